//! What passes between the two parties of a call.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::Message;
use roomrtc_core::signaling::limits::{MAX_CANDIDATE, MAX_SDP, longest_text};

use super::calls::shown;
use super::{CallStage, Hub, Refusal};

impl Hub {
    /// Passes a message of `sender` on to the other party of its accepted call, as `sender`'s.
    pub(super) fn relay(
        &mut self,
        now: Time,
        sender: &str,
        message: Message,
    ) -> Result<(), Refusal> {
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
        self.check_way(sender, &receiver)?;
        self.tell_user(now, &receiver, stamped);
        Ok(())
    }

    /// Whether `sender` may send to `receiver` now.
    fn check_way(&self, sender: &str, receiver: &str) -> Result<(), Refusal> {
        let call = self.call_between(sender, receiver).and_then(|(id, _)| self.calls.get(&id));
        if call.is_none_or(|call| call.stage != CallStage::Accepted) {
            return Err(Refusal::NoCall(shown(receiver)));
        }
        let connection = self.users.get(receiver).and_then(|user| user.connection);
        if connection.is_some_and(|id| self.is_crowded(id)) {
            return Err(Refusal::UserNotReading(receiver.to_owned()));
        }
        Ok(())
    }
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
