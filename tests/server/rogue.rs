//! A user who follows no rule.

use proptest::option;
use proptest::prelude::*;
use roomrtc_core::sdp::{CandidateInit, DescriptionKind};
use roomrtc_core::signaling::{
    CallEndReason, Credentials, Message, MessageType, UserList, UserListKind,
};
use roomrtc_server::hub::CallStage;

use super::hub_calls::{accepted, call_messages};

fn user() -> impl Strategy<Value = String> {
    let names = vec!["alice", "bob", "mallory", "carol", "nobody", "", "alice|to=bob"];
    prop::sample::select(names).prop_map(str::to_owned)
}

fn request() -> impl Strategy<Value = Message> {
    prop_oneof![
        user().prop_map(|user| Message::Register(Credentials::new(user, "correct horse"))),
        user().prop_map(|user| Message::Login(Credentials::new(user, "correct horse"))),
        Just(Message::Logout),
        Just(Message::UserList(UserList { kind: UserListKind::Full, users: vec![] })),
        user().prop_map(|user| Message::Invite { user }),
        user().prop_map(|user| Message::IncomingCall { user, name: None }),
        user().prop_map(|user| Message::AcceptCall { user }),
        user().prop_map(|user| Message::RejectCall { user }),
        user().prop_map(|user| Message::EndCall { user }),
        user().prop_map(|user| Message::Offer { user, sdp: "forged".into() }),
        user().prop_map(|user| Message::Answer { user, sdp: "forged".into() }),
        user().prop_map(|user| {
            Message::Sdp { user, kind: DescriptionKind::Offer, sdp: "forged".into() }
        }),
        user().prop_map(|user| Message::Candidate { user, candidate: CandidateInit::default() }),
        user().prop_map(|user| Message::CallEnded { user, reason: CallEndReason::HungUp }),
        option::of(user()).prop_map(|user| Message::Ok { request: MessageType::Login, user }),
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
