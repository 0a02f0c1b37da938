//! Descriptions that are lost with the server: the call comes to stand all the same.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::Command;
use roomrtc_core::signaling::{Message, MessageType};
use roomrtc_io_mio::StreamClosure;

use super::serving_tests::{CALL, come_back, hear, in_lobby_of, lose, sent};
use super::{Client, ClientCommand, ClientEvent};

fn confirmed(request: MessageType, user: Option<&str>) -> Message {
    let has_call = matches!(request, MessageType::Invite | MessageType::RejoinCall);
    Message::Ok { request, user: user.map(str::to_owned), call: has_call.then_some(CALL) }
}

/// Alice and bob, who has accepted her call. She has an offer to send.
fn accepted() -> [Client; 2] {
    let (mut alice, mut bob) = (in_lobby_of("alice", 1), in_lobby_of("bob", 2));
    let invite = Command::Invite { user: "bob".to_owned() };
    alice.handle_command(Time::ZERO, ClientCommand::Signal(invite));
    hear(&mut alice, &confirmed(MessageType::Invite, None));
    hear(&mut bob, &Message::IncomingCall { user: "alice".into(), call: CALL, name: None });
    bob.handle_command(Time::ZERO, ClientCommand::Signal(Command::Accept));
    hear(&mut bob, &confirmed(MessageType::AcceptCall, None));
    sent(&mut alice);
    sent(&mut bob);
    hear(&mut alice, &Message::AcceptCall { user: "bob".into(), call: CALL });
    [alice, bob]
}

/// What the server passes on of a message, as `sender`'s.
fn relayed(message: Message, sender: &str) -> Option<Message> {
    let user = sender.to_owned();
    match message {
        Message::Offer { sdp, .. } => Some(Message::Offer { user, call: CALL, sdp }),
        Message::Answer { sdp, .. } => Some(Message::Answer { user, call: CALL, sdp }),
        Message::Sdp { kind, sdp, .. } => Some(Message::Sdp { user, call: CALL, kind, sdp }),
        _ => None,
    }
}

/// Passes the descriptions on that `sender` has sent: whether they made the other agree.
fn pass(from: &mut Client, sender: &str, to: &mut Client) -> bool {
    let messages: Vec<Message> =
        sent(from).into_iter().filter_map(|message| relayed(message, sender)).collect();
    let mut events = messages.iter().flat_map(|message| hear(to, message));
    events.any(|event| matches!(event, ClientEvent::Agreed))
}

/// The server dies with what is under way, and is there again.
fn restart(client: &mut Client, user: &str, other: &str) {
    sent(client);
    let retry = lose(client, StreamClosure::Remote).expect("another try");
    come_back(client, retry);
    hear(client, &confirmed(MessageType::Resume, Some(user)));
    sent(client);
    let events = hear(client, &confirmed(MessageType::RejoinCall, Some(other)));
    assert!(events.iter().any(|event| matches!(event, ClientEvent::CallRejoined)), "{events:?}");
}

fn restart_both([alice, bob]: &mut [Client; 2]) {
    restart(bob, "bob", "alice");
    restart(alice, "alice", "bob");
}

#[test]
fn without_a_loss_the_answer_makes_them_agree() {
    let [mut alice, mut bob] = accepted();
    assert!(pass(&mut alice, "alice", &mut bob));
    assert!(pass(&mut bob, "bob", &mut alice));
}

#[test]
fn an_offer_that_is_lost_with_the_server_is_made_again() {
    let mut both = accepted();
    restart_both(&mut both);
    let [alice, bob] = &mut both;
    assert!(pass(alice, "alice", bob), "bob has an offer");
    assert!(pass(bob, "bob", alice), "alice has an answer");
}

#[test]
fn an_answer_that_is_lost_with_the_server_is_made_again() {
    let mut both = accepted();
    let [alice, bob] = &mut both;
    assert!(pass(alice, "alice", bob), "bob has an offer, and his answer is lost");
    restart_both(&mut both);
    let [alice, bob] = &mut both;
    assert!(pass(alice, "alice", bob), "bob has an offer again");
    assert!(pass(bob, "bob", alice), "alice has an answer");
}
