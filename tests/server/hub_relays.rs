//! Descriptions and candidates.

use roomrtc_core::sdp::{CandidateInit, DescriptionKind};
use roomrtc_core::signaling::limits::{MAX_CANDIDATE, MAX_SDP};
use roomrtc_core::signaling::{ErrorCode, Message};

use super::hub_calls::{accepted, call_messages, invite, two_users};
use super::hub_harness::{CALL, codes};

/// One of each, to or from `user`.
fn relayed(user: &str) -> [Message; 4] {
    let user: String = user.into();
    let candidate = CandidateInit { candidate: "any|text=\r\n".into(), ..Default::default() };
    [
        Message::Offer { user: user.clone(), call: CALL, sdp: "v=0\r\n|=%".into() },
        Message::Answer { user: user.clone(), call: CALL, sdp: String::new() },
        Message::Sdp {
            user: user.clone(),
            call: CALL,
            kind: DescriptionKind::Offer,
            sdp: "not SDP".into(),
        },
        Message::Candidate { user, call: CALL, candidate },
    ]
}

#[test]
fn in_an_accepted_call_everything_passes_as_it_is_with_the_senders_name() {
    let (mut hub, alice, bob) = accepted();
    for message in relayed("bob") {
        hub.send(alice, message);
    }
    assert_eq!(call_messages(&mut hub, alice), []);
    assert_eq!(call_messages(&mut hub, bob), relayed("alice"));
    for message in relayed("alice") {
        hub.send(bob, message);
    }
    assert_eq!(call_messages(&mut hub, alice), relayed("bob"));
}

#[test]
fn outside_an_accepted_call_nothing_passes() {
    let (mut hub, alice, bob) = two_users();
    for invited in [false, true] {
        if invited {
            hub.send(alice, invite("bob"));
            call_messages(&mut hub, alice);
            call_messages(&mut hub, bob);
        }
        for message in relayed("bob") {
            hub.send(alice, message);
            assert_eq!(codes(&call_messages(&mut hub, alice)), [ErrorCode::NoCall]);
        }
        assert_eq!(call_messages(&mut hub, bob), []);
    }
}

#[test]
fn nothing_passes_into_or_out_of_anothers_call() {
    let (mut hub, alice, bob) = accepted();
    let mallory = hub.log_in("mallory");
    for message in relayed("alice").into_iter().chain(relayed("bob")).chain(relayed("nobody")) {
        hub.send(mallory, message);
        assert_eq!(codes(&call_messages(&mut hub, mallory)), [ErrorCode::NoCall]);
    }
    for message in relayed("mallory").into_iter().chain(relayed("alice")) {
        hub.send(alice, message);
        assert_eq!(codes(&call_messages(&mut hub, alice)), [ErrorCode::NoCall]);
    }
    for connection in [alice, bob, mallory] {
        assert_eq!(call_messages(&mut hub, connection), []);
    }
}

#[test]
fn what_is_too_long_does_not_pass() {
    let (mut hub, alice, bob) = accepted();
    let offer = |length| Message::Offer { user: "bob".into(), call: CALL, sdp: "v".repeat(length) };
    let candidate = |length| {
        let candidate = CandidateInit { sdp_mid: Some("x".repeat(length)), ..Default::default() };
        Message::Candidate { user: "bob".into(), call: CALL, candidate }
    };
    for message in [offer(MAX_SDP + 1), candidate(MAX_CANDIDATE + 1)] {
        hub.send(alice, message);
        assert_eq!(codes(&call_messages(&mut hub, alice)), [ErrorCode::TooLong]);
    }
    hub.send(alice, offer(MAX_SDP));
    hub.send(alice, candidate(MAX_CANDIDATE));
    assert_eq!(call_messages(&mut hub, alice), []);
    assert_eq!(call_messages(&mut hub, bob).len(), 2);
}
