//! What passes between the two parties of a call.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::Message;
use roomrtc_core::signaling::client::CallRole;
use roomrtc_core::signaling::limits::{MAX_CANDIDATE, MAX_SDP, longest_text};

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
        let name = message.message_type().name();
        let (receiver, stamped) = match message {
            Message::Offer { user, sdp } => (user, Message::Offer { user: sender.into(), sdp }),
            Message::Answer { user, sdp } => (user, Message::Answer { user: sender.into(), sdp }),
            Message::Sdp { user, kind, sdp } => {
                (user, Message::Sdp { user: sender.into(), kind, sdp })
            }
            Message::Candidate { user, candidate } => {
                (user, Message::Candidate { user: sender.into(), candidate })
            }
            _ => return Err(Refusal::NotARequest(name)),
        };
        check_length(&stamped)?;
        let (call, role) = self.check_way(sender, &receiver)?;
        self.counters.relays += 1;
        match self.calls.get_mut(&call) {
            Some(call) if !call.stage.is_present(role) => call.hold(role, stamped),
            _ => self.tell_user(now, &receiver, stamped),
        }
        Ok(Answer::Otherwise)
    }

    /// The call in which `sender` may send to `receiver` now, and which end that is. What is for a
    /// party whose connection is lost waits for it, as much as would wait for a slow reader.
    fn check_way(&self, sender: &str, receiver: &str) -> Result<(CallId, CallRole), Refusal> {
        let none = || Refusal::NoCall(shown(receiver));
        let (id, sends) = self.call_between(sender, receiver).ok_or_else(none)?;
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
