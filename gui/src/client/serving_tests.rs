//! A client against a server's messages, and against its loss.

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::PeerConfig;
use roomrtc_core::signaling::client::Command;
use roomrtc_core::signaling::{
    CallNumber, Credentials, ErrorCode, ErrorMessage, FrameDecoder, Message, MessageType, Token,
    encode,
};
use roomrtc_io_mio::{
    CertificateFingerprint, StreamAction, StreamClosure, StreamEvent, StreamSecurity,
};

use super::{CallEnd, Client, ClientCommand, ClientEvent, ClientSettings, Effect, ServerAddress};

/// The call that the server makes.
pub(super) const CALL: CallNumber = CallNumber(7);

/// A client that is logged in, and what it was told has been taken.
fn in_lobby() -> Client {
    in_lobby_of("alice", 1)
}

/// The same of this user.
pub(super) fn in_lobby_of(user: &str, seed: u64) -> Client {
    let settings = ClientSettings {
        peer: PeerConfig::default(),
        seed: Seed::from_u64(seed),
        no_trickle: false,
        is_polite: false,
        hide_addresses: false,
        recording: None,
        impairment: None,
    };
    let mut client = Client::new(settings);
    let address = "192.0.2.9:7000".parse().expect("an address");
    let server = ServerAddress { address, security: StreamSecurity::Tls { pin: None } };
    client.handle_command(Time::ZERO, ClientCommand::Connect(server));
    let connect = client.poll_stream(&mut Vec::new());
    assert!(matches!(connect, Some(StreamAction::Connect { .. })));
    client.handle_stream(Time::ZERO, StreamEvent::Certificate(certificate()));
    client.handle_stream(Time::ZERO, StreamEvent::Connected);
    let login = Command::Login(Credentials::new(user, "a password"));
    client.handle_command(Time::ZERO, ClientCommand::Signal(login));
    hear(&mut client, &Message::Ok { request: MessageType::Login, user: None, call: None });
    hear(&mut client, &Message::Session { token: token("first"), lifetime: 1_000 });
    sent(&mut client);
    client
}

fn certificate() -> CertificateFingerprint {
    CertificateFingerprint::of(b"the server's")
}

fn token(text: &str) -> Token {
    Token::new(text).expect("a token")
}

pub(super) fn hear(client: &mut Client, message: &Message) -> Vec<ClientEvent> {
    let mut bytes = Vec::new();
    encode(message, &mut bytes).expect("short enough");
    client.handle_stream(Time::ZERO, StreamEvent::Received(&bytes));
    told(client)
}

fn told(client: &mut Client) -> Vec<ClientEvent> {
    std::iter::from_fn(|| client.poll_effect())
        .filter_map(|effect| match effect {
            Effect::Tell(event) => Some(event),
            _ => None,
        })
        .collect()
}

/// What the client has sent to the server.
pub(super) fn sent(client: &mut Client) -> Vec<Message> {
    let mut bytes = Vec::new();
    while client.poll_stream(&mut bytes).is_some() {}
    let (mut decoder, mut input) = (FrameDecoder::default(), bytes.as_slice());
    std::iter::from_fn(|| decoder.decode(&mut input).expect("a message")).collect()
}

/// A client whose call was accepted.
fn in_call() -> Client {
    let mut client = in_lobby();
    let user = || "bob".to_owned();
    hear(&mut client, &Message::IncomingCall { user: user(), call: CALL, name: None });
    client.handle_command(Time::ZERO, ClientCommand::Signal(Command::Accept));
    let accepted = Message::Ok { request: MessageType::AcceptCall, user: None, call: None };
    let began = hear(&mut client, &accepted);
    assert!(matches!(began[..], [ClientEvent::CallBegan { .. }]), "{began:?}");
    sent(&mut client);
    client
}

#[test]
fn a_call_through_a_server_begins_with_its_acceptance() {
    let mut client = in_lobby();
    let rings =
        hear(&mut client, &Message::IncomingCall { user: "bob".into(), call: CALL, name: None });
    assert!(matches!(&rings[..], [ClientEvent::IncomingCall { user, .. }] if user == "bob"));
    assert!(client.session.is_none());
    client.handle_command(Time::ZERO, ClientCommand::Signal(Command::Accept));
    assert_eq!(sent(&mut client), [Message::AcceptCall { user: "bob".into(), call: CALL }]);
    hear(&mut client, &Message::Ok { request: MessageType::AcceptCall, user: None, call: None });
    assert!(client.session.is_some());
}

#[test]
fn the_caller_offers_through_the_server() {
    let mut client = in_lobby();
    let user = || "bob".to_owned();
    let invite = ClientCommand::Signal(Command::Invite { user: user() });
    client.handle_command(Time::ZERO, invite);
    hear(&mut client, &Message::Ok { request: MessageType::Invite, user: None, call: Some(CALL) });
    sent(&mut client);
    hear(&mut client, &Message::AcceptCall { user: user(), call: CALL });
    let messages = sent(&mut client);
    assert!(
        matches!(&messages[0], Message::Offer { user, call: CALL, .. } if user == "bob"),
        "{messages:?}"
    );
}

/// The connection is lost; when it is tried again.
pub(super) fn lose(client: &mut Client, closure: StreamClosure) -> Option<Time> {
    client.handle_stream(Time::ZERO, StreamEvent::Closed(closure));
    let events = told(client);
    let lost = events.iter().find_map(|event| match event {
        ClientEvent::ServerLost { retry, .. } => Some(retry.map(|wait| Time::ZERO + wait)),
        _ => None,
    });
    lost.unwrap_or_else(|| panic!("{events:?}"))
}

/// Connects again at this time: what is asked of the server's certificate, and what is sent.
pub(super) fn come_back(client: &mut Client, at: Time) -> (StreamSecurity, Vec<Message>) {
    client.handle_timeout(at);
    let action = client.poll_stream(&mut Vec::new());
    let Some(StreamAction::Connect { security, .. }) = action else {
        panic!("{action:?}");
    };
    client.handle_stream(at, StreamEvent::Connected);
    (security, sent(client))
}

#[test]
fn a_call_outlives_the_server_and_is_rejoined() {
    let mut client = in_call();
    let retry = lose(&mut client, StreamClosure::Remote).expect("another try");
    assert!(retry <= Time::from_secs(1), "{retry:?}");
    let (security, greeting) = come_back(&mut client, retry);
    assert_eq!(security, StreamSecurity::Tls { pin: Some(certificate()) });
    assert!(matches!(greeting[0], Message::Hello { .. }), "{greeting:?}");
    assert_eq!(greeting[1..], [Message::Resume { token: token("first") }]);
    let resumed =
        Message::Ok { request: MessageType::Resume, user: Some("alice".into()), call: None };
    let events = hear(&mut client, &resumed);
    assert!(events.iter().any(|event| matches!(event, ClientEvent::Resumed { .. })), "{events:?}");
    assert_eq!(sent(&mut client), [Message::RejoinCall { user: "bob".into(), call: CALL }]);
    let rejoined = Message::Ok {
        request: MessageType::RejoinCall,
        user: Some("bob".into()),
        call: Some(CALL),
    };
    let events = hear(&mut client, &rejoined);
    assert!(events.iter().any(|event| matches!(event, ClientEvent::CallRejoined)), "{events:?}");
    assert!(client.session.is_some());
}

#[test]
fn a_server_that_stays_away_is_tried_later_and_later() {
    let mut client = in_lobby();
    let refused = StreamClosure::Failed(std::io::ErrorKind::ConnectionRefused);
    let mut at = lose(&mut client, refused).expect("another try");
    let mut waits = Vec::new();
    for _ in 0..7 {
        client.handle_timeout(at);
        assert!(matches!(client.poll_stream(&mut Vec::new()), Some(StreamAction::Connect { .. })));
        client.handle_stream(at, StreamEvent::Closed(refused));
        let next = client.deadline().expect("another try").at;
        waits.push((next - at).as_secs_f64());
        at = next;
        told(&mut client);
    }
    assert!(waits[0] >= 1.0 && waits[0] < 2.0 && waits[6] >= 15.0 && waits[6] < 30.0, "{waits:?}");
}

#[test]
fn who_was_never_logged_in_and_who_was_taken_over_does_not_come_back() {
    let mut client = in_lobby();
    let taken = ErrorMessage {
        request: None,
        user: None,
        code: ErrorCode::TakenOver,
        text: "alice has logged in elsewhere.".into(),
    };
    hear(&mut client, &Message::Error(taken));
    assert_eq!(lose(&mut client, StreamClosure::Remote), None);
    assert_eq!(client.deadline(), None);
}

#[test]
fn a_certificate_that_changes_is_not_asked_again() {
    let mut client = in_call();
    let other = CertificateFingerprint::of(b"another's");
    assert_eq!(lose(&mut client, StreamClosure::WrongCertificate(other)), None);
    assert!(client.session.is_some(), "the call goes on");
}

#[test]
fn a_session_that_is_over_is_told() {
    let mut client = in_lobby();
    let retry = lose(&mut client, StreamClosure::Remote).expect("another try");
    come_back(&mut client, retry);
    told(&mut client);
    let unknown = ErrorMessage {
        request: Some(MessageType::Resume),
        user: None,
        code: ErrorCode::UnknownSession,
        text: "The session is over.".into(),
    };
    let events = hear(&mut client, &Message::Error(unknown));
    let expected = [ClientEvent::Session(None), ClientEvent::SessionLost];
    assert_eq!(format!("{events:?}"), format!("{expected:?}"));
}

#[test]
fn an_attempt_that_is_not_answered_is_given_up_and_made_again() {
    let mut client = in_lobby();
    let retry = lose(&mut client, StreamClosure::Remote).expect("another try");
    client.handle_timeout(retry);
    client.poll_stream(&mut Vec::new());
    let given_up = client.deadline().expect("an end of patience").at;
    assert!(given_up > retry + std::time::Duration::from_secs(5));
    client.handle_timeout(given_up);
    assert!(matches!(client.poll_stream(&mut Vec::new()), Some(StreamAction::Close { .. })));
    let events = told(&mut client);
    let is_lost =
        |event: &ClientEvent| matches!(event, ClientEvent::ServerLost { retry: Some(_), .. });
    assert!(events.iter().any(is_lost), "{events:?}");
}

#[test]
fn stopping_ends_the_call_and_the_login() {
    let mut client = in_call();
    client.handle_command(Time::ZERO, ClientCommand::Stop);
    let expected = [Message::EndCall { user: "bob".into(), call: Some(CALL) }, Message::Logout];
    assert_eq!(sent(&mut client), expected);
    assert!(!client.is_finished(), "the session has not said goodbye");
    while client.poll_transmit(Time::ZERO, &mut Vec::new()).is_some() {}
    while client.poll_effect().is_some() {}
    assert!(client.is_finished());
}

#[test]
fn the_server_s_word_ends_the_call() {
    let mut client = in_call();
    let reason = roomrtc_core::signaling::CallEndReason::HungUp;
    hear(&mut client, &Message::CallEnded { user: "bob".into(), call: CALL, reason });
    while client.poll_transmit(Time::ZERO, &mut Vec::new()).is_some() {}
    let end = std::iter::from_fn(|| client.poll_effect()).find_map(|effect| match effect {
        Effect::StopMedia { end, .. } => Some(end),
        _ => None,
    });
    assert_eq!(end, Some(CallEnd::Signaled(reason)));
    assert_eq!(sent(&mut client), []);
}
