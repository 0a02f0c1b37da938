//! A client that says what it is told to.

use std::collections::VecDeque;
use std::net::SocketAddr;

use roomrtc_core::sdp::DescriptionKind;
use roomrtc_core::signaling::{
    CallNumber, Credentials, FrameDecoder, Message, MessageType, PROTOCOL_VERSION, encode,
};

use crate::byte_stream::ByteStream;
use crate::wire;

/// One end of a connection that carries frames.
pub(crate) struct Peer {
    stream: Box<dyn ByteStream>,
    decoder: FrameDecoder,
    received: VecDeque<Message>,
    /// The call that it last heard of.
    call: CallNumber,
}

impl Peer {
    /// A peer on this connection, which it greets the server on.
    pub(crate) fn on(stream: impl ByteStream + 'static) -> Peer {
        let (decoder, received) = (FrameDecoder::default(), VecDeque::new());
        let call = CallNumber(0);
        let mut peer = Peer { stream: Box::new(stream), decoder, received, call };
        peer.send(&Message::Hello { version: PROTOCOL_VERSION, program: None });
        peer.wait_for(|message| matches!(message, Message::Welcome { .. }));
        peer
    }

    pub(crate) fn plain(address: SocketAddr) -> Peer {
        Peer::on(wire::connect(address))
    }

    pub(crate) fn tls(address: SocketAddr) -> Peer {
        Peer::on(wire::connect_tls(address))
    }

    /// Registers and logs in.
    pub(crate) fn named(mut self, user: &str) -> Peer {
        let credentials = Credentials::new(user, "correct horse");
        self.send(&Message::Register(credentials.clone()));
        self.confirmed(MessageType::Register);
        self.send(&Message::Login(credentials));
        self.confirmed(MessageType::Login);
        self
    }

    pub(crate) fn send(&mut self, message: &Message) {
        let mut bytes = Vec::new();
        encode(message, &mut bytes).expect("short");
        self.stream.write_all(&bytes).expect("sent");
        self.stream.flush().expect("sent");
    }

    /// Sends bytes as they are.
    pub(crate) fn send_bytes(&mut self, bytes: &[u8]) {
        self.stream.write_all(bytes).expect("sent");
    }

    /// The next message.
    pub(crate) fn receive(&mut self) -> Message {
        let mut buffer = [0; 16 * 1024];
        while self.received.is_empty() {
            let count = self.stream.read(&mut buffer).expect("something in time");
            assert!(count > 0, "the connection was closed");
            let mut input = &buffer[..count];
            while let Some(message) = self.decoder.decode(&mut input).expect("valid") {
                self.received.push_back(message);
            }
        }
        let message = self.received.pop_front().expect("just looked");
        if let Message::IncomingCall { call, .. } | Message::Ok { call: Some(call), .. } = message {
            self.call = call;
        }
        message
    }

    /// The next message that is wanted; the others are thrown away.
    pub(crate) fn wait_for(&mut self, wanted: impl Fn(&Message) -> bool) -> Message {
        loop {
            let message = self.receive();
            if wanted(&message) {
                return message;
            }
        }
    }

    /// Waits until a request of this type is confirmed.
    pub(crate) fn confirmed(&mut self, wanted: MessageType) {
        self.wait_for(|message| match message {
            Message::Ok { request, .. } => *request == wanted,
            Message::Error(error) => panic!("{error:?}"),
            _ => false,
        });
    }

    /// Calls the user behind `callee`, who accepts.
    pub(crate) fn call(&mut self, caller: &str, callee: &mut Peer, user: &str) {
        self.send(&Message::Invite { user: user.into() });
        callee.wait_for(|message| matches!(message, Message::IncomingCall { .. }));
        callee.send(&Message::AcceptCall { user: caller.into(), call: callee.call });
        self.wait_for(|message| matches!(message, Message::AcceptCall { .. }));
    }

    /// A description for `user` of this many bytes.
    pub(crate) fn describe(&mut self, user: &str, length: usize) {
        let kind = DescriptionKind::Offer;
        self.send(&Message::Sdp {
            user: user.into(),
            call: self.call,
            kind,
            sdp: "v".repeat(length),
        });
    }

    /// Waits for a description.
    pub(crate) fn described(&mut self) {
        self.wait_for(|message| matches!(message, Message::Sdp { .. }));
    }

    /// What the server says from here until it closes the connection: the words of its codes.
    pub(crate) fn last_codes(mut self) -> Vec<&'static str> {
        let bytes = wire::rest(&mut self.stream);
        let mut input = &bytes[..];
        let decode = || self.decoder.decode(&mut input).expect("valid");
        let rest: Vec<Message> = std::iter::from_fn(decode).collect();
        self.received.iter().chain(&rest).filter_map(wire::code).collect()
    }
}
