//! Commands to a client: calls.

use crate::sdp::{CandidateInit, DescriptionKind};

use super::super::limits::{MAX_CANDIDATE, MAX_SDP, longest_text};
use super::super::{CallNumber, Message, MessageType};
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
        let Call { user, number: call, .. } = self.incoming()?.clone();
        self.request(&Message::AcceptCall { user: user.clone(), call }, &user)
    }

    pub(super) fn reject(&mut self) -> Result<(), CommandError> {
        let Call { user, number: call, .. } = self.incoming()?.clone();
        self.request(&Message::RejectCall { user: user.clone(), call }, &user)?;
        self.call = None;
        Ok(())
    }

    pub(super) fn send_description(
        &mut self,
        kind: DescriptionKind,
        sdp: String,
    ) -> Result<(), CommandError> {
        require_length(sdp.len(), MAX_SDP)?;
        let Call { user, number: call, described, .. } = self.accepted()?.clone();
        let message = match (described, kind) {
            (false, DescriptionKind::Offer) => Message::Offer { user, call, sdp },
            (false, DescriptionKind::Answer) => Message::Answer { user, call, sdp },
            (true, kind) => Message::Sdp { user, call, kind, sdp },
        };
        self.send(&message)?;
        if let Some(call) = &mut self.call {
            call.described = true;
        }
        Ok(())
    }

    pub(super) fn send_candidate(&mut self, candidate: CandidateInit) -> Result<(), CommandError> {
        require_length(longest_text(&candidate), MAX_CANDIDATE)?;
        let Call { user, number: call, .. } = self.accepted()?.clone();
        self.send(&Message::Candidate { user, call, candidate })
    }

    /// Needs no connection: without one, the server is told at the next login.
    pub(super) fn end_call(&mut self) -> Result<(), CommandError> {
        if let Some((user, call)) = self.call_to_end() {
            self.request(&Message::EndCall { user: user.clone(), call }, &user)?;
            if call.is_none() {
                self.withdraw_invitation();
            }
        } else {
            let detached = self.call.as_ref().ok_or(CommandError::NoCall)?;
            let call = (detached.user.clone(), detached.number);
            self.hung_up = Some(call).filter(|_| self.user.is_none());
        }
        self.call = None;
        Ok(())
    }

    /// Which call the server is told to end. If there is an invitation without an answer, nobody
    /// here knows yet which call that is: its own, or one of the other party's that it crosses.
    fn call_to_end(&self) -> Option<(String, Option<CallNumber>)> {
        let call = self.call.as_ref().filter(|call| call.is_known_to_server());
        let invited = self.pending_invitation().map(|pending| &pending.user);
        match (call, invited) {
            (Some(call), invited) if invited != Some(&call.user) => {
                Some((call.user.clone(), Some(call.number)))
            }
            (_, invited) => invited.map(|user| (user.clone(), None)),
        }
    }

    fn withdraw_invitation(&mut self) {
        let stands = |p: &&mut PendingRequest| p.request == MessageType::Invite && !p.withdrawn;
        if let Some(pending) = self.pending.iter_mut().find(stands) {
            pending.withdrawn = true;
        }
    }

    /// The invitation whose answer has not come, unless it was given up.
    pub(super) fn pending_invitation(&self) -> Option<&PendingRequest> {
        self.pending.iter().find(|p| p.request == MessageType::Invite && !p.withdrawn)
    }

    /// Whether an invitation of this user was given up and not answered yet. A call of that user's
    /// that comes meanwhile has crossed it, and is given up with it.
    pub(super) fn is_withdrawing(&self, user: &str) -> bool {
        let is_given_up = |p: &PendingRequest| p.withdrawn && p.user == user;
        self.pending.iter().any(is_given_up)
    }

    /// The call that rings here and was not accepted yet.
    fn incoming(&self) -> Result<&Call, CommandError> {
        let call = self.call.as_ref().filter(|call| {
            call.rings_as(CallRole::Callee) && !call.crossed && !self.is_accepting(call.number)
        });
        call.ok_or(CommandError::NoCall)
    }

    fn is_accepting(&self, call: CallNumber) -> bool {
        let accepts =
            |p: &PendingRequest| p.request == MessageType::AcceptCall && p.call == Some(call);
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
