//! STUN messages, RFC 8489.

use std::net::SocketAddr;

use roomrtc_core::crypto::{HashAlgorithm, default_provider};
use roomrtc_core::stun::{Message, answer_binding};

/// Reads a message, every attribute, its integrity, and answers it.
pub fn run(data: &[u8]) {
    let Ok(message) = Message::parse(data) else {
        return;
    };
    let read: usize = message.attributes().map(|attribute| attribute.value.len()).sum();
    assert!(read <= data.len());
    let _ = (message.username(), message.priority(), message.uses_candidate());
    let _ = (message.ice_controlling(), message.ice_controlled(), message.software());
    let _ = (message.mapped_address(), message.alternate_server(), message.error_code());
    let _ = (message.unknown_required().count(), message.unknown_attributes().count());
    let key = default_provider().hmac(HashAlgorithm::Sha1, b"VOkJxbRl1RmTxUk/WvJxBt");
    let _ = message.verify(&*key);
    let mut answer = Vec::new();
    if answer_binding(SocketAddr::from(([192, 0, 2, 1], 5000)), &message, &mut answer) {
        let answer = Message::parse(&answer).expect("our own answer can be read");
        assert_eq!(answer.transaction_id(), message.transaction_id());
    }
}
