//! The server's side of Binding.

use std::net::SocketAddr;

use super::{AttributeType, ErrorCode, Message, MessageBuilder, MessageClass, Method};

/// Unknown attributes that a refusal names at most.
const MOST_UNKNOWN: usize = 8;

/// Answers a Binding request without credentials, as a STUN server does (RFC 8489 section 6.3.1):
/// appends a success response with the address `source` that it came from, or the 420 for what
/// must be understood and is not. Whether anything was appended: only requests are answered.
pub fn answer_binding(source: SocketAddr, request: &Message<'_>, output: &mut Vec<u8>) -> bool {
    if request.class() != MessageClass::Request || request.method() != Method::BINDING {
        return false;
    }
    let id = request.transaction_id();
    let mut unknown = [AttributeType(0); MOST_UNKNOWN];
    let found = request.unknown_required().zip(&mut unknown).map(|(kind, slot)| *slot = kind);
    let count = found.count();
    if count == 0 {
        MessageBuilder::new(MessageClass::Success, Method::BINDING, id, output)
            .xor_mapped_address(source)
            .fingerprint();
    } else {
        MessageBuilder::new(MessageClass::Error, Method::BINDING, id, output)
            .error_code(ErrorCode::UNKNOWN_ATTRIBUTE)
            .unknown_attributes(&unknown[..count])
            .fingerprint();
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stun::TransactionId;

    fn answer(class: MessageClass, kind: AttributeType) -> Option<Vec<u8>> {
        let (mut bytes, mut response) = (Vec::new(), Vec::new());
        let id = TransactionId([1; 12]);
        MessageBuilder::new(class, Method::BINDING, id, &mut bytes).attribute(kind, b"abc");
        let request = Message::parse(&bytes).unwrap();
        let source = "127.0.0.1:9".parse().unwrap();
        answer_binding(source, &request, &mut response).then_some(response)
    }

    #[test]
    fn an_unknown_required_attribute_is_named_in_a_420() {
        let response = answer(MessageClass::Request, AttributeType(0x7abc)).unwrap();
        let message = Message::parse(&response).unwrap();
        assert_eq!(message.error_code(), Some((ErrorCode(420), "Unknown Attribute")));
        assert!(message.unknown_attributes().eq([AttributeType(0x7abc)]));
    }

    #[test]
    fn optional_ones_are_ignored_and_only_requests_answered() {
        let response = answer(MessageClass::Request, AttributeType(0xc057)).unwrap();
        let mapped = Message::parse(&response).unwrap().mapped_address();
        assert_eq!(mapped, Some("127.0.0.1:9".parse().unwrap()));
        assert_eq!(answer(MessageClass::Indication, AttributeType(0xc057)), None);
        assert_eq!(answer(MessageClass::Success, AttributeType(0xc057)), None);
    }
}
