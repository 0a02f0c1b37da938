//! Commands to a client: calls.

use crate::sdp::{CandidateInit, DescriptionKind};

use super::super::limits::{MAX_CANDIDATE, MAX_SDP, longest_text};
use super::super::{Message, MessageType};
use super::pending_request::PendingRequest;
use super::{Call, CallRole, CallStage, Client, CommandError};

impl Client {
    pub(super) fn invite(&mut self, user: String) -> Result<(), CommandError> {
        self.require_login()?;
        if self.call.is_some() || self.pending_invitation().is_some() {
            return Err(CommandError::InCall);
        }
        self.request(&Message::Invite { user: user.clone() }, &user)
    }

    pub(super) fn accept(&mut self) -> Result<(), CommandError> {
        let user = self.incoming()?.user.clone();
        self.request(&Message::AcceptCall { user: user.clone() }, &user)
    }

    pub(super) fn reject(&mut self) -> Result<(), CommandError> {
        let user = self.incoming()?.user.clone();
        self.request(&Message::RejectCall { user: user.clone() }, &user)?;
        self.call = None;
        Ok(())
    }

    pub(super) fn send_description(
        &mut self,
        kind: DescriptionKind,
        sdp: String,
    ) -> Result<(), CommandError> {
        require_length(sdp.len(), MAX_SDP)?;
        let call = self.accepted()?;
        let user = call.user.clone();
        let message = match (call.described, kind) {
            (false, DescriptionKind::Offer) => Message::Offer { user, sdp },
            (false, DescriptionKind::Answer) => Message::Answer { user, sdp },
            (true, kind) => Message::Sdp { user, kind, sdp },
        };
        self.send(&message)?;
        if let Some(call) = &mut self.call {
            call.described = true;
        }
        Ok(())
    }

    pub(super) fn send_candidate(&mut self, candidate: CandidateInit) -> Result<(), CommandError> {
        require_length(longest_text(&candidate), MAX_CANDIDATE)?;
        let user = self.accepted()?.user.clone();
        self.send(&Message::Candidate { user, candidate })
    }

    /// Needs no connection: without one, the server is told at the next login.
    pub(super) fn end_call(&mut self) -> Result<(), CommandError> {
        let invitation = self.pending_invitation().map(|pending| pending.user.clone());
        let call = self.call.as_ref().filter(|call| call.is_known_to_server());
        if let Some(user) = call.map(|call| call.user.clone()).or(invitation) {
            self.request(&Message::EndCall { user: user.clone() }, &user)?;
            self.withdraw_invitation(&user);
        } else {
            let detached = self.call.as_ref().ok_or(CommandError::NoCall)?;
            self.hung_up = Some(detached.user.clone()).filter(|_| self.user.is_none());
        }
        self.call = None;
        Ok(())
    }

    fn withdraw_invitation(&mut self, user: &str) {
        let stands = |p: &&mut PendingRequest| p.request == MessageType::Invite && !p.withdrawn;
        let invitation = self.pending.iter_mut().find(stands);
        if let Some(pending) = invitation.filter(|pending| pending.user == user) {
            pending.withdrawn = true;
        }
    }

    /// The invitation whose answer has not come, unless it was given up.
    pub(super) fn pending_invitation(&self) -> Option<&PendingRequest> {
        self.pending.iter().find(|p| p.request == MessageType::Invite && !p.withdrawn)
    }

    /// The call that rings here and was not accepted yet.
    fn incoming(&self) -> Result<&Call, CommandError> {
        let call = self.call.as_ref().filter(|call| {
            call.is(&call.user, CallRole::Callee, CallStage::Ringing)
                && !call.crossed
                && !self.is_accepting(&call.user)
        });
        call.ok_or(CommandError::NoCall)
    }

    fn is_accepting(&self, user: &str) -> bool {
        let accepts = |p: &PendingRequest| p.request == MessageType::AcceptCall && p.user == user;
        self.pending.iter().any(accepts)
    }

    fn accepted(&self) -> Result<&Call, CommandError> {
        match &self.call {
            Some(call) if call.stage == CallStage::Accepted => Ok(call),
            Some(call) if call.stage == CallStage::Detached => Err(CommandError::CallDetached),
            _ => Err(CommandError::NoCall),
        }
    }
}

fn require_length(length: usize, most: usize) -> Result<(), CommandError> {
    if length > most {
        return Err(CommandError::TooLong { length });
    }
    Ok(())
}
