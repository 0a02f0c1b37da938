//! Strangers, forgers, floods and answers that come the wrong way.

use std::net::SocketAddr;
use std::sync::Arc;

use roomrtc_core::crypto::{HashAlgorithm, HmacKey, default_provider};
use roomrtc_core::ice::{ConnectionState, DropReason, Role};
use roomrtc_core::stun::{
    AttributeType, ErrorCode, Message, MessageBuilder, MessageClass, Method, TransactionId,
};

use super::scripted_peer::{FRAGMENT, ScriptedPeer};

fn address(port: u16) -> SocketAddr {
    SocketAddr::from(([192, 0, 2, 66], port))
}

fn key(password: &str) -> Arc<dyn HmacKey> {
    default_provider().hmac(HashAlgorithm::Sha1, password.as_bytes())
}

fn request(build: impl FnOnce(&mut MessageBuilder<'_>)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let id = TransactionId([4; 12]);
    build(&mut MessageBuilder::new(MessageClass::Request, Method::BINDING, id, &mut bytes));
    bytes
}

/// The code that a request is refused with.
fn refusal(peer: &mut ScriptedPeer, bytes: &[u8]) -> Option<ErrorCode> {
    peer.receive(address(9), bytes);
    let sent = peer.sent();
    assert_eq!(sent.len(), 1, "one answer, and no check");
    assert_eq!(sent[0].0, address(9));
    let answer = Message::parse(&sent[0].1).expect("a message");
    assert!(answer.has_fingerprint());
    answer.error_code().map(|(code, _)| code)
}

#[test]
fn strangers_are_refused_and_leave_no_trace() {
    let mut peer = ScriptedPeer::new(Role::Controlled);
    let ours = peer.agent.local_credentials().clone();
    let fragment = ours.username_fragment();
    let bare = request(|message| {
        message.fingerprint();
    });
    let unsigned = request(|message| {
        message.username(fragment, FRAGMENT).use_candidate();
    });
    let other_user = request(|message| {
        message.username("nobody", FRAGMENT).integrity(&*key(ours.password()));
    });
    let longer_user = request(|message| {
        message.username(&format!("{fragment}x"), FRAGMENT).integrity(&*key(ours.password()));
    });
    let other_password = request(|message| {
        message.username(fragment, FRAGMENT).use_candidate().integrity(&*key("a guess"));
    });
    assert_eq!(refusal(&mut peer, &bare), Some(ErrorCode::BAD_REQUEST));
    assert_eq!(refusal(&mut peer, &unsigned), Some(ErrorCode::BAD_REQUEST));
    assert_eq!(refusal(&mut peer, &other_user), Some(ErrorCode::UNAUTHENTICATED));
    assert_eq!(refusal(&mut peer, &longer_user), Some(ErrorCode::UNAUTHENTICATED));
    assert_eq!(refusal(&mut peer, &other_password), Some(ErrorCode::UNAUTHENTICATED));
    let dropped = |reason| peer.agent.statistics().dropped(reason);
    assert_eq!(dropped(DropReason::MissingCredentials), 2);
    assert_eq!(dropped(DropReason::UnknownUsername), 2);
    assert_eq!(dropped(DropReason::WrongPassword), 1);
    assert!(!peer.agent.accepts(peer.local, address(9)));
}

#[test]
fn an_attribute_that_must_be_understood_is_refused_with_its_name() {
    let mut peer = ScriptedPeer::new(Role::Controlled);
    let check = peer.check(|message| {
        message.attribute(AttributeType(0x7123), b"?");
    });
    peer.receive(address(9), &check);
    let sent = peer.sent();
    let answer = Message::parse(&sent[0].1).expect("a message");
    assert_eq!(answer.error_code().map(|(code, _)| code), Some(ErrorCode::UNKNOWN_ATTRIBUTE));
    assert!(answer.unknown_attributes().eq([AttributeType(0x7123)]));
    assert!(answer.verify(&*key(peer.agent.local_credentials().password())).is_ok());
    assert!(!peer.agent.accepts(peer.local, address(9)));
}

#[test]
fn answers_must_be_authentic_and_come_from_where_the_request_went() {
    let mut peer = ScriptedPeer::new(Role::Controlled);
    let check = peer.check(|_| {});
    peer.receive(address(9), &check);
    let sent = peer.sent();
    let ours = Message::parse(&sent[1].1).expect("the triggered check").transaction_id();
    let mut forged = Vec::new();
    MessageBuilder::new(MessageClass::Success, Method::BINDING, ours, &mut forged)
        .xor_mapped_address(peer.local)
        .integrity(&*key("a guess"));
    peer.receive(address(9), &forged);
    let unknown = peer.success(TransactionId([9; 12]));
    peer.receive(address(9), &unknown);
    assert_eq!(peer.agent.state(), ConnectionState::Checking);
    let elsewhere = peer.success(ours);
    peer.receive(address(10), &elsewhere);
    assert_eq!(peer.agent.selected(), None);
    peer.receive(address(9), &elsewhere);
    assert_eq!(peer.agent.selected(), None, "the check has failed");
    let dropped = |reason| peer.agent.statistics().dropped(reason);
    assert_eq!(dropped(DropReason::WrongPassword), 1);
    assert_eq!(dropped(DropReason::WrongSource), 1);
    assert_eq!(dropped(DropReason::UnknownTransaction), 2);
}

#[test]
fn unauthentic_errors_end_nothing() {
    let mut peer = ScriptedPeer::new(Role::Controlled);
    let check = peer.check(|_| {});
    peer.receive(address(9), &check);
    let sent = peer.sent();
    let ours = Message::parse(&sent[1].1).expect("the triggered check").transaction_id();
    let mut error = Vec::new();
    MessageBuilder::new(MessageClass::Error, Method::BINDING, ours, &mut error)
        .error_code(ErrorCode::ROLE_CONFLICT);
    peer.receive(address(9), &error);
    assert_eq!(peer.agent.role(), Role::Controlled);
    let answer = peer.success(ours);
    peer.receive(address(9), &answer);
    assert_eq!(peer.agent.state(), ConnectionState::Connected);
}

#[test]
fn floods_cost_bounded_memory_and_never_push_the_selected_pair_out() {
    let mut peer = ScriptedPeer::new(Role::Controlled);
    let good = SocketAddr::from(([192, 0, 2, 2], 7_000));
    let check = peer.check(|message| {
        message.use_candidate().priority(9_000);
    });
    peer.receive(good, &check);
    peer.run(100, &[good]);
    assert_eq!(peer.agent.state(), ConnectionState::Completed);
    for round in 0..2_000u16 {
        // An authentic check, replayed from ever new addresses, and noise.
        let replay = peer.check(|message| {
            message.priority(u32::from(round));
        });
        peer.receive(address(round + 1), &replay);
        peer.receive(address(round + 1), b"\x00\x01\x00\x00\x21\x12\xa4\x42 and noise");
        if round % 100 == 0 {
            peer.run(5, &[good]);
        }
    }
    let queued = peer.sent().len();
    assert!(queued <= 64 + 2, "{queued} datagrams wait");
    assert!(peer.agent.statistics().dropped(DropReason::QueueFull) > 500);
    let accepted = (1..=2_000).filter(|port| peer.agent.accepts(peer.local, address(*port)));
    assert!(accepted.count() <= 16);
    assert_eq!(peer.agent.selected().expect("the pair").remote, good);
    let debug = format!("{:?}", peer.agent);
    assert!(debug.len() < 200_000, "the whole state prints in {} bytes", debug.len());
}

#[test]
fn checks_per_second_stay_within_the_pacing_under_a_flood() {
    let mut peer = ScriptedPeer::new(Role::Controlled);
    let before = peer.agent.statistics().checks_sent;
    for round in 0..1_000u16 {
        let check = peer.check(|_| {});
        peer.receive(address(1 + round % 8), &check);
        peer.run(1, &[]);
    }
    let begun = peer.agent.statistics().checks_sent - before;
    assert!(begun <= 1_000 / 50 + 1, "{begun} checks in a second at a Ta of 50 ms");
}

#[test]
fn checks_that_no_answer_gets_through_to_call_forth_one_in_each_rto() {
    let mut peer = ScriptedPeer::new(Role::Controlled);
    for _ in 0..200 {
        let check = peer.check(|_| {});
        peer.receive(address(1), &check);
        peer.run(10, &[]);
    }
    let begun = peer.agent.statistics().checks_sent;
    assert!((2..=5).contains(&begun), "{begun} checks begun in two seconds");
}

#[test]
fn datagrams_for_addresses_that_are_not_ours_are_dropped() {
    let mut peer = ScriptedPeer::new(Role::Controlled);
    let check = peer.check(|_| {});
    let elsewhere = "192.0.2.77:1".parse().expect("an address");
    peer.agent.handle_datagram(peer.now, elsewhere, address(9), &check);
    peer.receive(address(9), b"");
    peer.receive(address(9), &[0xff; 1_500]);
    let mut other = Vec::new();
    let id = TransactionId([1; 12]);
    MessageBuilder::new(MessageClass::Request, Method(3), id, &mut other);
    peer.receive(address(9), &other);
    let dropped = |reason| peer.agent.statistics().dropped(reason);
    assert_eq!(dropped(DropReason::UnknownLocalAddress), 1);
    assert_eq!(dropped(DropReason::Malformed), 2);
    assert_eq!(dropped(DropReason::UnexpectedMethod), 1);
    assert!(peer.sent().is_empty());
}

#[test]
fn a_flood_of_strangers_does_not_displace_answers_to_the_peer() {
    let mut peer = ScriptedPeer::new(Role::Controlled);
    let noise = request(|message| {
        message.fingerprint();
    });
    for port in 1..500 {
        peer.receive(address(port), &noise);
    }
    let check = peer.check(|_| {});
    peer.receive(address(1_000), &check);
    let sent = peer.sent();
    let to_peer = sent.iter().filter(|(to, _)| *to == address(1_000));
    assert_eq!(to_peer.count(), 2, "the answer and a triggered check");
    assert!(sent.len() <= 18);
}
