//! Asking a STUN server for the reflexive address.

use std::net::SocketAddr;

use super::{
    BindingOutcome, Message, MessageBuilder, MessageClass, Method, Retransmission, TransactionId,
};
use crate::base::Time;

/// A Binding request to a STUN server, without credentials, RFC 8489 section 6: an engine of its
/// own size, with a deadline.
#[derive(Clone, Debug)]
pub struct BindingTransaction {
    server: SocketAddr,
    id: TransactionId,
    schedule: Retransmission,
    is_pending: bool,
}

impl BindingTransaction {
    /// A transaction whose first request is to be sent now; `schedule` starts at the same time.
    pub fn new(server: SocketAddr, id: TransactionId, schedule: Retransmission) -> Self {
        BindingTransaction { server, id, schedule, is_pending: true }
    }

    /// The server asked.
    pub fn server(&self) -> SocketAddr {
        self.server
    }

    /// When [`BindingTransaction::handle_timeout`] is due.
    pub fn deadline(&self) -> Time {
        self.schedule.due()
    }

    /// Sends again what is overdue. Whether the transaction still lives: without an answer it
    /// ends by the schedule.
    #[must_use]
    pub fn handle_timeout(&mut self, now: Time) -> bool {
        if now < self.schedule.due() {
            return true;
        }
        let again = self.schedule.advance(now);
        self.is_pending |= again;
        again
    }

    /// Appends a request that is due and says where it goes.
    pub fn poll_transmit(&mut self, output: &mut Vec<u8>) -> Option<SocketAddr> {
        if !std::mem::take(&mut self.is_pending) {
            return None;
        }
        MessageBuilder::new(MessageClass::Request, Method::BINDING, self.id, output).fingerprint();
        Some(self.server)
    }

    /// Whether a message answers this request: by its identifier, and by where it comes from.
    pub fn is_answered_by(&self, source: SocketAddr, message: &Message<'_>) -> bool {
        let is_response = matches!(message.class(), MessageClass::Success | MessageClass::Error);
        let same_source = source.ip() == self.server.ip() && source.port() == self.server.port();
        is_response && same_source && message.transaction_id() == self.id
    }

    /// Reads an answer. `None` if the message is not one to this request.
    pub fn handle_response(
        &self,
        source: SocketAddr,
        message: &Message<'_>,
    ) -> Option<BindingOutcome> {
        if !self.is_answered_by(source, message) {
            return None;
        }
        if message.class() == MessageClass::Error {
            let refusal = message.error_code().map(|(code, _)| BindingOutcome::Refused(code));
            return Some(refusal.unwrap_or(BindingOutcome::Unusable));
        }
        let understood = message.unknown_required().next().is_none();
        let mapped = message.mapped_address().filter(|_| understood);
        Some(mapped.map_or(BindingOutcome::Unusable, BindingOutcome::Mapped))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stun::answer_binding;

    fn transaction() -> BindingTransaction {
        let schedule = Retransmission::new(Time::ZERO, Retransmission::RTO);
        let server = "192.0.2.1:3478".parse().unwrap();
        BindingTransaction::new(server, TransactionId([7; 12]), schedule)
    }

    #[test]
    fn a_server_tells_the_address_it_sees() {
        let mut client = transaction();
        let (mut request, mut response) = (Vec::new(), Vec::new());
        let server = client.poll_transmit(&mut request).unwrap();
        assert_eq!(client.poll_transmit(&mut request), None);
        let seen: SocketAddr = "[2001:db8::9]:1234".parse().unwrap();
        assert!(answer_binding(seen, &Message::parse(&request).unwrap(), &mut response));
        let message = Message::parse(&response).unwrap();
        assert_eq!(client.handle_response(server, &message), Some(BindingOutcome::Mapped(seen)));
        assert_eq!(client.handle_response(seen, &message), None);
    }

    #[test]
    fn silence_ends_it_after_seven_requests() {
        let (mut client, mut buffer, mut sent) = (transaction(), Vec::new(), 0);
        loop {
            sent += usize::from(client.poll_transmit(&mut buffer).is_some());
            if !client.handle_timeout(client.deadline()) {
                break;
            }
        }
        assert_eq!((sent, client.deadline()), (7, Time::from_millis(39_500)));
    }
}
