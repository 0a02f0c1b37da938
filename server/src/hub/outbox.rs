//! What waits for a connection.

use std::collections::VecDeque;

use roomrtc_core::signaling::{ErrorMessage, Message};

/// Messages to be sent, and how much they weigh.
#[derive(Clone, Debug)]
pub(super) struct Outbox {
    messages: VecDeque<Message>,
    bytes: usize,
}

impl Outbox {
    /// What a message weighs beside its texts.
    const OVERHEAD: usize = 128;

    pub(super) const fn new() -> Outbox {
        Outbox { messages: VecDeque::new(), bytes: 0 }
    }

    pub(super) fn push(&mut self, message: Message) {
        self.bytes += weight(&message);
        self.messages.push_back(message);
    }

    pub(super) fn pop(&mut self) -> Option<Message> {
        let message = self.messages.pop_front()?;
        self.bytes -= weight(&message);
        if self.messages.is_empty() {
            // An idle connection holds no buffer.
            self.messages = VecDeque::new();
        }
        Some(message)
    }

    /// Everything that waits, oldest first.
    pub(super) fn into_messages(self) -> VecDeque<Message> {
        self.messages
    }

    /// What waits, in bytes.
    pub(super) const fn bytes(&self) -> usize {
        self.bytes
    }

    pub(super) fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }
}

/// About what a message takes in memory, in bytes.
fn weight(message: &Message) -> usize {
    let texts = match message {
        Message::Offer { user, sdp, .. }
        | Message::Answer { user, sdp, .. }
        | Message::Sdp { user, sdp, .. } => user.len() + sdp.len(),
        Message::Candidate { user, candidate, .. } => {
            let optional = [&candidate.sdp_mid, &candidate.username_fragment];
            let lengths = optional.into_iter().flatten().map(String::len).sum::<usize>();
            user.len() + candidate.candidate.len() + lengths
        }
        Message::IncomingCall { user, name, .. } => {
            user.len() + name.as_ref().map_or(0, String::len)
        }
        Message::Error(ErrorMessage { user, text, .. }) => {
            user.as_ref().map_or(0, String::len) + text.len()
        }
        _ => 0,
    };
    Outbox::OVERHEAD + texts
}

#[cfg(test)]
mod tests {
    use roomrtc_core::signaling::CallNumber;

    use super::*;

    #[test]
    fn what_is_taken_weighs_nothing() {
        let mut outbox = Outbox::new();
        outbox.push(Message::Offer {
            user: "bob".into(),
            call: CallNumber(1),
            sdp: "v=0".repeat(100),
        });
        outbox.push(Message::Logout);
        assert_eq!(outbox.bytes(), 2 * Outbox::OVERHEAD + 303);
        assert!(outbox.pop().is_some());
        assert_eq!(outbox.bytes(), Outbox::OVERHEAD);
        assert_eq!(outbox.pop(), Some(Message::Logout));
        assert_eq!((outbox.bytes(), outbox.is_empty()), (0, true));
    }
}
