//! A client whose server says anything at all, and whose application never looks.

use proptest::prelude::*;
use roomrtc_core::base::Time;
use roomrtc_core::sdp::{CandidateInit, DescriptionKind};
use roomrtc_core::signaling::client::{Client, Command};
use roomrtc_core::signaling::limits::{MAX_SDP, MAX_USER_NAME};
use roomrtc_core::signaling::{
    Credentials, Message, UserList, UserListKind, UserPresence, UserState,
};

use super::any_message::{message, text};
use super::client_on_line::{CALL, ClientOnLine};
use super::codec::encoded;

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        Just(Command::Login(Credentials::new("alice", "correct horse"))),
        Just(Command::Logout),
        Just(Command::ListUsers),
        text().prop_map(|user| Command::Invite { user }),
        Just(Command::Accept),
        Just(Command::Reject),
        text().prop_map(|sdp| Command::SendDescription { kind: DescriptionKind::Offer, sdp }),
        Just(Command::SendCandidate(CandidateInit::default())),
        Just(Command::EndCall),
    ]
}

proptest! {
    #[test]
    fn a_client_takes_any_messages_and_commands_in_any_order(
        steps in prop::collection::vec(prop_oneof![
            message().prop_map(Ok),
            command().prop_map(Err),
        ], 0..60),
    ) {
        let mut client = Client::new();
        client.handle_connected(Time::ZERO);
        for step in steps {
            match step {
                Ok(message) => client.handle_bytes(Time::ZERO, &encoded(&[message])),
                Err(command) => {
                    let _ = client.command(command);
                }
            }
        }
        let mut again = client.clone();
        client.handle_disconnected();
        again.handle_connected(Time::ZERO);
        prop_assert!(!client.is_connected() && again.is_connected());
        prop_assert_eq!((client.user(), again.user()), (None, None));
    }

    #[test]
    fn a_client_takes_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut client = Client::new();
        client.handle_connected(Time::ZERO);
        client.handle_bytes(Time::ZERO, &bytes);
        client.handle_bytes(Time::ZERO, &bytes);
    }
}

/// What no server relays is not kept for an application that does not look.
#[test]
fn what_is_too_long_to_be_relayed_is_ignored() {
    let mut alice = ClientOnLine::calling_bob();
    let sdp = "v".repeat(MAX_SDP + 1);
    alice.receive(Message::Offer { user: "bob".into(), call: CALL, sdp });
    let candidate = CandidateInit { candidate: "c".repeat(2_000), ..Default::default() };
    alice.receive(Message::Candidate { user: "bob".into(), call: CALL, candidate });
    let users = vec![UserPresence::new("x".repeat(MAX_USER_NAME + 1), UserState::Busy)];
    alice.receive(Message::UserList(UserList { kind: UserListKind::Full, users }));
    assert_eq!(alice.client.ignored_messages(), 3);
    assert_eq!(alice.client.users().count(), 0);
}
