//! What passes between the two parties of a call.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::CallRole;
use roomrtc_core::signaling::limits::{MAX_CANDIDATE, MAX_SDP, longest_text};
use roomrtc_core::signaling::{CallNumber, Message};

use super::answer::Answer;
use super::calls::shown;
use super::{CallId, CallStage, Hub, Refusal};

impl Hub {
    /// Passes a message of `sender` on to the other party of its accepted call, as `sender`'s.
    pub(super) fn relay(
        &mut self,
        now: Time,
        sender: &str,
        message: Message,
    ) -> Result<Answer, Refusal> {
        let (receiver, number, stamped) = stamp(sender, message)?;
        check_length(&stamped)?;
        let (call, role) = self.check_way(sender, &receiver, number)?;
        self.counters.relays += 1;
        match self.calls.get_mut(&call) {
            Some(call) if !call.stage.is_present(role) => call.hold(role, stamped),
            _ => self.tell_user(now, &receiver, stamped),
        }
        Ok(Answer::Otherwise)
    }

    /// The call in which `sender` may send to `receiver` now, and which end that is. What is for a
    /// party whose connection is lost waits for it, as much as would wait for a slow reader.
    fn check_way(
        &self,
        sender: &str,
        receiver: &str,
        number: CallNumber,
    ) -> Result<(CallId, CallRole), Refusal> {
        let none = || Refusal::NoCall(shown(receiver));
        let (id, sends) = self.call_named(sender, receiver, number).ok_or_else(none)?;
        let call = self.calls.get(&id).ok_or_else(none)?;
        let role = sends.other();
        let is_crowded = match call.stage {
            CallStage::Accepted => {
                let line = self.users.get(receiver).and_then(|user| user.connection);
                line.is_some_and(|id| self.is_crowded(id))
            }
            CallStage::Away(away) if away == role => {
                call.held_bytes(role) > self.config.outbox_relay_limit
            }
            _ => return Err(none()),
        };
        if is_crowded {
            return Err(Refusal::UserNotReading(receiver.to_owned()));
        }
        Ok((id, role))
    }
}

/// Whom the message is for, in which call, and the message as `sender`'s.
fn stamp(sender: &str, message: Message) -> Result<(String, CallNumber, Message), Refusal> {
    let from = sender.to_owned();
    Ok(match message {
        Message::Offer { user, call, sdp } => {
            (user, call, Message::Offer { user: from, call, sdp })
        }
        Message::Answer { user, call, sdp } => {
            (user, call, Message::Answer { user: from, call, sdp })
        }
        Message::Sdp { user, call, kind, sdp } => {
            (user, call, Message::Sdp { user: from, call, kind, sdp })
        }
        Message::Candidate { user, call, candidate } => {
            (user, call, Message::Candidate { user: from, call, candidate })
        }
        other => return Err(Refusal::NotARequest(other.message_type().name())),
    })
}

/// Whether this is what one party of a call sends to the other.
pub(super) const fn is_relayed(message: &Message) -> bool {
    matches!(
        message,
        Message::Offer { .. }
            | Message::Answer { .. }
            | Message::Sdp { .. }
            | Message::Candidate { .. }
    )
}

fn check_length(message: &Message) -> Result<(), Refusal> {
    match message {
        Message::Offer { sdp, .. } | Message::Answer { sdp, .. } | Message::Sdp { sdp, .. }
            if sdp.len() > MAX_SDP =>
        {
            Err(Refusal::DescriptionTooLong)
        }
        Message::Candidate { candidate, .. } if longest_text(candidate) > MAX_CANDIDATE => {
            Err(Refusal::CandidateTooLong)
        }
        _ => Ok(()),
    }
}
