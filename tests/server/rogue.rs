//! A user who follows no rule.

use proptest::option;
use proptest::prelude::*;
use roomrtc_core::sdp::{CandidateInit, DescriptionKind};
use roomrtc_core::signaling::{
    CallEndReason, Credentials, Message, MessageType, UserList, UserListKind,
};
use roomrtc_server::hub::CallStage;

use super::hub_calls::{accepted, call_messages};
use super::hub_harness::CALL;

fn user() -> impl Strategy<Value = String> {
    let names = vec!["alice", "bob", "mallory", "carol", "nobody", "", "alice|to=bob"];
    prop::sample::select(names).prop_map(str::to_owned)
}

/// Even the number of the call is known to it.
fn request() -> impl Strategy<Value = Message> {
    let call = CALL;
    prop_oneof![
        user().prop_map(|user| Message::Register(Credentials::new(user, "correct horse"))),
        user().prop_map(|user| Message::Login(Credentials::new(user, "correct horse"))),
        Just(Message::Logout),
        Just(Message::UserList(UserList { kind: UserListKind::Full, users: vec![] })),
        user().prop_map(|user| Message::Invite { user }),
        user().prop_map(move |user| Message::AcceptCall { user, call }),
        user().prop_map(move |user| Message::RejectCall { user, call }),
        user().prop_map(move |user| Message::RejoinCall { user, call }),
        user().prop_map(move |user| Message::EndCall { user, call: Some(call) }),
        user().prop_map(|user| Message::EndCall { user, call: None }),
        user().prop_map(move |user| Message::Offer { user, call, sdp: "forged".into() }),
        user().prop_map(move |user| Message::Answer { user, call, sdp: "forged".into() }),
        relayed_later(),
        of_the_server(),
    ]
}

fn relayed_later() -> impl Strategy<Value = Message> {
    let (call, kind, candidate) = (CALL, DescriptionKind::Offer, CandidateInit::default());
    prop_oneof![
        user().prop_map(move |user| Message::Sdp { user, call, kind, sdp: "forged".into() }),
        user().prop_map(move |user| {
            let candidate = candidate.clone();
            Message::Candidate { user, call, candidate }
        }),
    ]
}

fn of_the_server() -> impl Strategy<Value = Message> {
    let (call, reason, request) = (CALL, CallEndReason::HungUp, MessageType::Login);
    prop_oneof![
        user().prop_map(move |user| Message::IncomingCall { user, call, name: None }),
        user().prop_map(move |user| Message::CallEnded { user, call, reason }),
        option::of(user()).prop_map(move |user| Message::Ok { request, user, call: None }),
    ]
}

proptest! {
    #[test]
    fn a_call_of_others_is_out_of_reach(
        requests in prop::collection::vec(request(), 1..60),
        is_logged_in in any::<bool>(),
    ) {
        let (mut hub, alice, bob) = accepted();
        hub.log_in("carol");
        let mut mallory = hub.log_in("mallory");
        if !is_logged_in {
            mallory = hub.connect();
        }
        for request in requests {
            hub.send(mallory, request);
            hub.received(mallory);
            prop_assert!(hub.hub.calls().any(|call| call == ("alice", "bob", CallStage::Accepted)));
            prop_assert_eq!(call_messages(&mut hub, alice), []);
            prop_assert_eq!(call_messages(&mut hub, bob), []);
        }
    }
}
