//! A client, and the server's end of its line.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::{Client, Command, Event};
use roomrtc_core::signaling::{
    CallNumber, Credentials, ErrorCode, ErrorMessage, FrameDecoder, Message, MessageType, encode,
};

/// The call that the server makes.
pub(super) const CALL: CallNumber = CallNumber(7);

/// A client whose server is played by the test.
pub(super) struct ClientOnLine {
    pub(super) client: Client,
    decoder: FrameDecoder,
}

impl ClientOnLine {
    /// A client that is connected and not logged in.
    pub(super) fn connected() -> ClientOnLine {
        let mut client = Client::new();
        client.handle_connected(Time::ZERO);
        let mut line = ClientOnLine { client, decoder: FrameDecoder::default() };
        assert!(matches!(line.sent()[..], [Message::Hello { .. }]));
        line
    }

    /// A client that is logged in as alice.
    pub(super) fn logged_in() -> ClientOnLine {
        let mut line = ClientOnLine::connected();
        line.log_in();
        line.events();
        line.sent();
        line
    }

    /// A client that is in an accepted call which it made to bob.
    pub(super) fn calling_bob() -> ClientOnLine {
        let mut line = ClientOnLine::logged_in();
        line.command(Command::Invite { user: "bob".into() });
        line.ok(MessageType::Invite, "bob");
        line.receive(Message::AcceptCall { user: "bob".into(), call: CALL });
        line.events();
        line.sent();
        line
    }

    pub(super) fn log_in(&mut self) {
        self.command(Command::Login(Credentials::new("alice", "correct horse")));
        self.ok(MessageType::Login, "alice");
    }

    pub(super) fn command(&mut self, command: Command) {
        self.client.command(command).expect("the command makes sense");
    }

    pub(super) fn receive(&mut self, message: Message) {
        let mut bytes = Vec::new();
        encode(&message, &mut bytes).expect("short enough for a frame");
        self.client.handle_bytes(Time::ZERO, &bytes);
    }

    pub(super) fn ok(&mut self, request: MessageType, user: &str) {
        let has_call = matches!(request, MessageType::Invite | MessageType::RejoinCall);
        let call = has_call.then_some(CALL);
        self.receive(Message::Ok { request, user: Some(user.into()), call });
    }

    pub(super) fn refuse(&mut self, request: MessageType, code: ErrorCode) {
        let text = "No.".into();
        self.receive(Message::Error(ErrorMessage {
            request: Some(request),
            code,
            user: None,
            text,
        }));
    }

    /// What the client has sent since this was last asked.
    pub(super) fn sent(&mut self) -> Vec<Message> {
        let mut bytes = Vec::new();
        self.client.poll_transmit(&mut bytes);
        let mut input = &bytes[..];
        std::iter::from_fn(|| self.decoder.decode(&mut input).expect("valid")).collect()
    }

    /// What has happened since this was last asked.
    pub(super) fn events(&mut self) -> Vec<Event> {
        std::iter::from_fn(|| self.client.poll_event()).collect()
    }
}
