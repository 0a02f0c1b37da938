//! The service.

use std::net::SocketAddr;

use roomrtc_core::base::Time;
use roomrtc_core::stun::{Message, answer_binding};

use super::{AnswerLimiter, StunOutcome};
use crate::transport::AddressBlock;

/// Answers datagrams, without a socket.
#[derive(Clone, Debug, Default)]
pub struct StunService {
    limiter: AnswerLimiter,
}

impl StunService {
    /// Takes a datagram that came from `source`. The answer, if there is one, is added to `output`.
    pub fn handle(
        &mut self,
        now: Time,
        source: SocketAddr,
        datagram: &[u8],
        output: &mut Vec<u8>,
    ) -> StunOutcome {
        let Ok(request) = Message::parse(datagram) else {
            return StunOutcome::NotARequest;
        };
        // A socket for both families shows an IPv4 address as an IPv6 one; its owner knows it not.
        let source = SocketAddr::new(source.ip().to_canonical(), source.port());
        let start = output.len();
        if !answer_binding(source, &request, output) {
            return StunOutcome::NotARequest;
        }
        if !self.limiter.admit(now, AddressBlock::of(source.ip())) {
            output.truncate(start);
            return StunOutcome::TooOften;
        }
        StunOutcome::Answered
    }
}

#[cfg(test)]
mod tests {
    use roomrtc_core::stun::{AttributeType, MessageBuilder, MessageClass, Method, TransactionId};

    use super::*;

    fn request(class: MessageClass, attributes: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        let id = TransactionId([7; 12]);
        let mut builder = MessageBuilder::new(class, Method::BINDING, id, &mut bytes);
        for number in 0..attributes {
            builder.attribute(AttributeType(0x7000 + number as u16), b"");
        }
        bytes
    }

    fn answer(source: &str, datagram: &[u8]) -> (StunOutcome, Vec<u8>) {
        let mut output = Vec::new();
        let source = source.parse().expect("an address");
        let outcome = StunService::default().handle(Time::ZERO, source, datagram, &mut output);
        (outcome, output)
    }

    #[test]
    fn a_request_is_told_its_address() {
        let bytes = request(MessageClass::Request, 0);
        for (source, told) in [
            ("192.0.2.9:50000", "192.0.2.9:50000"),
            ("[::ffff:192.0.2.9]:50000", "192.0.2.9:50000"),
            ("[2001:db8::1]:9", "[2001:db8::1]:9"),
        ] {
            let (outcome, output) = answer(source, &bytes);
            assert_eq!(outcome, StunOutcome::Answered);
            let message = Message::parse(&output).expect("well-formed");
            assert!(message.has_fingerprint());
            assert_eq!(message.mapped_address(), Some(told.parse().expect("an address")));
        }
    }

    #[test]
    fn nothing_else_is_answered() {
        let bytes = request(MessageClass::Request, 0);
        for other in [
            &b""[..],
            &bytes[..19],
            b"GET / HTTP/1.1\r\n\r\n",
            &request(MessageClass::Indication, 0),
            &request(MessageClass::Success, 0),
            &[&bytes[..], b"xxxx"].concat(),
        ] {
            assert_eq!(answer("192.0.2.9:1", other), (StunOutcome::NotARequest, Vec::new()));
        }
    }

    #[test]
    fn no_answer_is_three_times_as_long_as_what_was_asked() {
        for attributes in 0..40 {
            for source in ["192.0.2.9:1", "[2001:db8::1]:1"] {
                let bytes = request(MessageClass::Request, attributes);
                let (outcome, output) = answer(source, &bytes);
                assert_eq!(outcome, StunOutcome::Answered);
                assert!(output.len() * 10 <= bytes.len() * 27, "{attributes}: {}", output.len());
            }
        }
    }
}
