//! What every state of a handshake works with.

use super::{Checkpoint, MasterSecret, Outgoing, StepError};
use crate::base::{RandomStream, SessionSeed};
use crate::dtls::flight::FlightRecord;
use crate::dtls::handshake::{
    Finished, HandshakeMessage, HandshakeType, MessageBody, Reassembler, Transcript,
};
use crate::dtls::{Config, DropReason, Fingerprint, ProtocolVersion};

/// What a handshake needs besides its state; given back when it is over.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct Context {
    pub(in crate::dtls) config: Config,
    /// What goes out in the clear is drawn from it.
    pub(in crate::dtls) random: RandomStream,
    /// Private keys are drawn from it.
    pub(in crate::dtls) private_keys: RandomStream,
    /// The key that cookies are made with.
    pub(in crate::dtls) cookie_secret: [u8; 32],
    /// What the peer's address is called, to be put into cookies.
    pub(in crate::dtls) peer_address: Vec<u8>,
    /// Fingerprints that the peer's certificate may have, once they are known.
    pub(in crate::dtls) fingerprints: Option<Vec<Fingerprint>>,
    pub(in crate::dtls) transcript: Transcript,
    pub(in crate::dtls) reassembler: Reassembler,
    /// The number of the next message to send.
    pub(in crate::dtls) next_sequence: u16,
    pub(in crate::dtls) outgoing: Outgoing,
    /// Where to go back to if what the peer seems to have sent since turns out not to be its own.
    pub(in crate::dtls) checkpoint: Option<Box<Checkpoint>>,
    /// Whether something was taken that turned out not to be the peer's own.
    pub(in crate::dtls) is_disputed: bool,
    /// The first message that must not be, header and body.
    pub(in crate::dtls) doubted: Vec<u8>,
    /// Whether several came that contradict each other: then somebody forges.
    pub(in crate::dtls) is_attacked: bool,
    /// The body of the peer's hello that was taken.
    pub(in crate::dtls) peer_hello: Vec<u8>,
}

impl Context {
    /// The context of a handshake that has not begun.
    pub(in crate::dtls) fn new(config: Config, seed: &SessionSeed) -> Context {
        Context {
            config,
            random: seed.public.stream("dtls"),
            private_keys: seed.secret.stream("dtls"),
            cookie_secret: seed.secret.stream("dtls cookie").bytes(),
            peer_address: Vec::new(),
            fingerprints: None,
            transcript: Transcript::default(),
            reassembler: Reassembler::default(),
            next_sequence: 0,
            outgoing: Outgoing::default(),
            checkpoint: None,
            is_disputed: false,
            doubted: Vec::new(),
            is_attacked: false,
            peer_hello: Vec::new(),
        }
    }

    /// A message must not be. A peer that is wrong stays so, and sends the same again; others show that
    /// somebody forges.
    pub(in crate::dtls) fn doubt(&mut self, message: &HandshakeMessage) {
        if self.doubted.is_empty() {
            self.doubted = message.bytes().to_vec();
        }
        self.is_attacked |= self.doubted != message.bytes();
    }

    /// A hello was taken. After a dispute what waits behind it may belong to another one.
    pub(in crate::dtls) fn take_hello(&mut self, hello: &HandshakeMessage) {
        self.peer_hello = hello.body().to_vec();
        if self.is_disputed {
            self.reassembler.go_back_to(self.reassembler.due());
        }
    }

    /// Whether the peer's certificate is there and what to expect of it is not known yet.
    pub(in crate::dtls) fn waits_for_fingerprints(&self) -> bool {
        self.fingerprints.is_none()
            && self.reassembler.next_type() == Some(HandshakeType::Certificate)
    }

    /// Reads a message that must be of the type `M`.
    ///
    /// # Errors
    /// The message is to be dropped if it is of another type or cannot be read.
    pub(in crate::dtls) fn read<M: MessageBody>(
        message: &HandshakeMessage,
    ) -> Result<M, StepError> {
        if message.message_type != M::TYPE {
            return Err(StepError::Drop(DropReason::MessageUnexpected));
        }
        Ok(M::decode(message.body())?)
    }

    /// Adds a message to the flight and to the transcript.
    pub(in crate::dtls) fn send<M: MessageBody>(&mut self, body: &M) {
        self.send_in(ProtocolVersion::Dtls12, 0, body);
    }

    /// Adds the ClientHello: its records carry the version that every server takes.
    pub(in crate::dtls) fn send_first<M: MessageBody>(&mut self, body: &M) {
        self.send_in(ProtocolVersion::Dtls10, 0, body);
    }

    fn send_in<M: MessageBody>(&mut self, version: ProtocolVersion, epoch: u16, body: &M) {
        let message = HandshakeMessage::new(self.next_sequence, body);
        self.next_sequence = self.next_sequence.wrapping_add(1);
        self.transcript.add(&message);
        self.outgoing.flight.push(FlightRecord::message(&message, version, epoch));
    }

    /// Adds a message that the transcript does not know, RFC 6347 section 4.2.1.
    pub(in crate::dtls) fn send_unrecorded<M: MessageBody>(&mut self, sequence: u16, body: &M) {
        let message = HandshakeMessage::new(sequence, body);
        let record = FlightRecord::message(&message, ProtocolVersion::Dtls12, 0);
        self.outgoing.flight.push(record);
    }

    /// Adds ChangeCipherSpec and Finished.
    pub(in crate::dtls) fn send_finished(
        &mut self,
        master: &MasterSecret,
        make: impl FnOnce(&MasterSecret, &Transcript) -> Finished,
    ) {
        let finished = make(master, &self.transcript);
        self.outgoing.flight.push(FlightRecord::change_cipher_spec());
        self.send_in(ProtocolVersion::Dtls12, 1, &finished);
    }
}
