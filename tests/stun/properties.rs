//! What must hold of every message and of every sequence of bytes.

use std::net::SocketAddr;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use roomrtc_core::crypto::{HashAlgorithm, HmacKey, default_provider};
use roomrtc_core::stun::{
    AttributeType, ErrorCode, Message, MessageBuilder, MessageClass, Method, TransactionId,
    answer_binding,
};

fn key(password: &[u8]) -> Arc<dyn HmacKey> {
    default_provider().hmac(HashAlgorithm::Sha1, password)
}

fn classes() -> impl Strategy<Value = MessageClass> {
    use MessageClass::{Error, Indication, Request, Success};
    prop_oneof![Just(Request), Just(Indication), Just(Success), Just(Error)]
}

/// A check with everything a check can have.
fn check(id: [u8; 12], name: &str, priority: u32, tie_breaker: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    let id = TransactionId(id);
    MessageBuilder::new(MessageClass::Request, Method::BINDING, id, &mut bytes)
        .username(name, "sender")
        .ice_controlling(tie_breaker)
        .priority(priority)
        .use_candidate()
        .software("Room RTC")
        .integrity(&*key(b"password"))
        .fingerprint();
    bytes
}

/// Calls everything that reads a message.
fn read_all(message: &Message<'_>) {
    let _ = (message.username(), message.priority(), message.uses_candidate());
    let _ = (message.ice_controlling(), message.ice_controlled(), message.mapped_address());
    let _ = (message.alternate_server(), message.error_code(), message.software());
    let _ = (message.unknown_attributes().count(), message.unknown_required().count());
    let _ = (message.verify(&*key(b"x")), message.attributes().count());
    let mut answer = Vec::new();
    if answer_binding("192.0.2.1:9".parse().unwrap(), message, &mut answer) {
        assert!(Message::parse(&answer).is_ok());
    }
}

proptest! {
    #[test]
    fn every_attribute_survives_a_round_trip(
        class in classes(),
        id in any::<[u8; 12]>(),
        method in 0u16..0x1000,
        values in vec((any::<u16>(), vec(any::<u8>(), 0..40)), 0..8),
    ) {
        let reserved = [AttributeType::MESSAGE_INTEGRITY, AttributeType::FINGERPRINT];
        let values: Vec<_> = values.into_iter().map(|(kind, v)| (AttributeType(kind), v)).collect();
        prop_assume!(values.iter().all(|(kind, _)| !reserved.contains(kind)));
        let mut bytes = vec![0xee; 3];
        let mut builder = MessageBuilder::new(class, Method(method), TransactionId(id), &mut bytes);
        for (kind, value) in &values {
            builder.attribute(*kind, value);
        }
        builder.integrity(&*key(b"secret")).fingerprint();
        let message = Message::parse(&bytes[3..]).unwrap();
        prop_assert_eq!((message.class(), message.method().0), (class, method));
        prop_assert_eq!(message.transaction_id(), TransactionId(id));
        prop_assert!(message.verify(&*key(b"secret")).is_ok());
        prop_assert!(message.verify(&*key(b"secreT")).is_err());
        let read = message.attributes().map(|a| (a.kind, a.value.to_vec()));
        prop_assert_eq!(read.collect::<Vec<_>>(), values);
    }

    #[test]
    fn addresses_and_errors_survive(
        address in any::<SocketAddr>(), id in any::<[u8; 12]>(), code in 300u16..700,
    ) {
        let address = SocketAddr::new(address.ip(), address.port());
        let mut bytes = Vec::new();
        MessageBuilder::new(MessageClass::Error, Method::BINDING, TransactionId(id), &mut bytes)
            .alternate_server(address)
            .mapped_address(address)
            .error_code(ErrorCode(code))
            .unknown_attributes(&[AttributeType(7), AttributeType(9)]);
        let message = Message::parse(&bytes).unwrap();
        prop_assert_eq!(message.alternate_server(), Some(address));
        prop_assert_eq!(message.mapped_address(), Some(address));
        prop_assert_eq!(message.error_code().unwrap().0, ErrorCode(code));
        prop_assert_eq!(message.unknown_attributes().count(), 2);
        bytes.clear();
        MessageBuilder::new(MessageClass::Success, Method::BINDING, TransactionId(id), &mut bytes)
            .xor_mapped_address(address);
        prop_assert_eq!(Message::parse(&bytes).unwrap().mapped_address(), Some(address));
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in vec(any::<u8>(), 0..600)) {
        if let Ok(message) = Message::parse(&bytes) {
            read_all(&message);
        }
    }

    #[test]
    fn bytes_behind_a_valid_header_never_panic(mut body in vec(any::<u8>(), 0..600)) {
        body.truncate(body.len() / 4 * 4);
        let mut bytes = vec![0, 1];
        bytes.extend((body.len() as u16).to_be_bytes());
        bytes.extend([0x21, 0x12, 0xa4, 0x42]);
        bytes.extend([5; 12]);
        bytes.extend(body);
        if let Ok(message) = Message::parse(&bytes) {
            read_all(&message);
        }
    }

    #[test]
    fn a_changed_bit_is_never_authentic(
        id in any::<[u8; 12]>(), priority: u32, tie_breaker: u64, at in any::<prop::sample::Index>(),
        bit in 0u8..8,
    ) {
        let mut bytes = check(id, "name", priority, tie_breaker);
        // Whatever stands behind the integrity is not protected by it.
        let index = at.index(bytes.len() - 8);
        bytes[index] ^= 1 << bit;
        if let Ok(message) = Message::parse(&bytes) {
            read_all(&message);
            prop_assert!(message.verify(&*key(b"password")).is_err());
        }
    }

    #[test]
    fn a_truncated_message_is_refused(id in any::<[u8; 12]>(), at in any::<prop::sample::Index>()) {
        let bytes = check(id, "name", 1, 2);
        prop_assert!(Message::parse(&bytes[..at.index(bytes.len())]).is_err());
        prop_assert!(Message::parse(&bytes).is_ok());
    }
}
