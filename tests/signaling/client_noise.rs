//! A client whose server says anything at all, and whose application never looks.

use proptest::prelude::*;
use roomrtc_core::sdp::{CandidateInit, DescriptionKind};
use roomrtc_core::signaling::Credentials;
use roomrtc_core::signaling::client::{Client, Command};

use super::any_message::{message, text};
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
        client.handle_connected();
        for step in steps {
            match step {
                Ok(message) => client.handle_bytes(&encoded(&[message])),
                Err(command) => {
                    let _ = client.command(command);
                }
            }
        }
        let mut again = client.clone();
        client.handle_disconnected();
        again.handle_connected();
        prop_assert!(!client.is_connected() && again.is_connected());
        prop_assert_eq!((client.user(), again.user()), (None, None));
    }

    #[test]
    fn a_client_takes_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut client = Client::new();
        client.handle_connected();
        client.handle_bytes(&bytes);
        client.handle_bytes(&bytes);
    }
}
