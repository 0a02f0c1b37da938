//! The test vectors of RFC 5769.

use std::net::SocketAddr;
use std::sync::Arc;

use super::{AttributeType, Message, MessageBuilder, MessageClass, Method, TransactionId};
use crate::crypto::{HashAlgorithm, HmacKey, default_provider};

const REQUEST: &str = "000100582112a442b7e7a701bc34d686fa87dfae\
    802200105354554e207465737420636c69656e74002400046e0001ff\
    80290008932ff9b151263b36000600096576746a3a68367659202020\
    000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a280280004e57a3bcf";

const RESPONSE_IPV4: &str = "0101003c2112a442b7e7a701bc34d686fa87dfae\
    8022000b7465737420766563746f7220002000080001a147e112a643\
    000800142b91f599fd9e90c38c7489f92af9ba53f06be7d780280004c07d4c96";

const RESPONSE_IPV6: &str = "010100482112a442b7e7a701bc34d686fa87dfae\
    8022000b7465737420766563746f7220002000140002a147\
    0113a9faa5d3f179bc25f4b5bed2b9d9\
    00080014a382954e4be67bf11784c97c8292c275bfe3ed4180280004c8fb0b4c";

const REQUEST_LONG_TERM: &str = "000100602112a44278ad3433c6ad72c029da412e\
    00060012e3839ee38388e383aae38383e382afe382b90000\
    0015001c662f2f3439396b3935346436\
    4f4c33346f4c394653547679363473410014000b6578616d706c652e6f726700\
    00080014f67024656dd64a3e02b8e0712e85c9a28ca89666";

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u32> = hex.chars().filter_map(|digit| digit.to_digit(16)).collect();
    digits.chunks(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect()
}

fn key(password: &[u8]) -> Arc<dyn HmacKey> {
    default_provider().hmac(HashAlgorithm::Sha1, password)
}

fn short_term() -> Arc<dyn HmacKey> {
    key(b"VOkJxbRl1RmTxUk/WvJxBt")
}

#[test]
fn sample_request() {
    let bytes = bytes(REQUEST);
    let message = Message::parse(&bytes).expect("the vector");
    assert_eq!((message.class(), message.method()), (MessageClass::Request, Method::BINDING));
    assert_eq!(message.software(), Some("STUN test client"));
    assert_eq!(message.priority(), Some(0x6e00_01ff));
    assert_eq!(message.ice_controlled(), Some(0x932f_f9b1_5126_3b36));
    assert_eq!(message.ice_controlling(), None);
    assert_eq!(message.username(), Some(&b"evtj:h6vY"[..]));
    assert!(message.has_fingerprint());
    assert_eq!(message.verify(&*short_term()), Ok(()));
    assert!(message.verify(&*key(b"VOkJxbRl1RmTxUk/WvJxBT")).is_err());
}

#[test]
fn sample_responses() {
    let addresses = ["192.0.2.1:32853", "[2001:db8:1234:5678:11:2233:4455:6677]:32853"];
    for (hex, address) in [RESPONSE_IPV4, RESPONSE_IPV6].into_iter().zip(addresses) {
        let bytes = bytes(hex);
        let message = Message::parse(&bytes).expect("the vector");
        assert_eq!(message.class(), MessageClass::Success);
        assert_eq!(message.software(), Some("test vector"));
        assert_eq!(message.mapped_address(), Some(address.parse::<SocketAddr>().unwrap()));
        assert!(message.has_fingerprint());
        assert_eq!(message.verify(&*short_term()), Ok(()));
    }
}

/// The key of the long-term credential, MD5 of "マトリックス:example.org:TheMatrIX".
const LONG_TERM_KEY: &str = "e8ca7ad59d5eb0518e312911d2dab2a9";

#[test]
fn sample_request_with_long_term_authentication() {
    let vector = bytes(REQUEST_LONG_TERM);
    let key = key(&bytes(LONG_TERM_KEY));
    let message = Message::parse(&vector).expect("the vector");
    assert_eq!(message.verify(&*key), Ok(()));
    assert!(!message.has_fingerprint());
    let mut built = Vec::new();
    let (class, id) = (message.class(), message.transaction_id());
    let mut builder = MessageBuilder::new(class, Method::BINDING, id, &mut built);
    for attribute in message.attributes() {
        builder.attribute(attribute.kind, attribute.value);
    }
    builder.integrity(&*key);
    assert_eq!(built, vector);
}

#[test]
fn what_stands_behind_the_integrity_does_not_count() {
    let mut bytes = Vec::new();
    let id = TransactionId([3; 12]);
    MessageBuilder::new(MessageClass::Request, Method::BINDING, id, &mut bytes)
        .username("receiver", "sender")
        .integrity(&*short_term())
        .use_candidate()
        .attribute(AttributeType(0x7fff), b"unknown")
        .fingerprint();
    let message = Message::parse(&bytes).expect("a message");
    assert_eq!(message.verify(&*short_term()), Ok(()));
    assert_eq!(message.username(), Some(&b"receiver:sender"[..]));
    assert!(!message.uses_candidate());
    assert_eq!(message.unknown_required().count(), 0);
}
