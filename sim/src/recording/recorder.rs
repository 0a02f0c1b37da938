//! Writes down one session.

use std::sync::Arc;

use roomrtc_core::base::{SessionSeed, Time};
use roomrtc_core::crypto::Witness;
use roomrtc_core::session::{Command, Input, Peer, PeerConfig, Statistics};

use super::entry_code as code;
use super::{
    AddressBook, Chunk, ChunkKind, Content, Disclosure, Opening, Outputs, RecordingWitness,
    VERSION, ending, input_writing, numbers, sparse,
};

/// Writes down one session: entries gather in a chunk, which is given out when it is large or old.
#[derive(Debug)]
pub(super) struct Recorder {
    session: u16,
    chunks: u32,
    pub(super) content: Content,
    witness: Arc<RecordingWitness>,
    addresses: AddressBook,
    /// The entries of the next chunk.
    entries: Vec<u8>,
    /// The time of the last step.
    now: Time,
    /// When the last chunk was given out.
    given_out: Time,
    /// What the step in hand has brought.
    pub(super) outputs: Outputs,
    is_step_open: bool,
    /// Chunks not yet taken.
    ready: Vec<u8>,
}

impl Recorder {
    /// Bytes of entries that are given out at once.
    const LARGE: usize = 48 * 1024;
    /// Entries wait no longer than this for the file: a crash loses no more.
    const OLD: std::time::Duration = std::time::Duration::from_millis(500);

    /// Begins the recording of session number `session` of its file, which is that of `name`, and
    /// the session itself.
    pub(super) fn begin(
        session: u16,
        name: &str,
        disclosure: Disclosure,
        mut config: PeerConfig,
        seed: SessionSeed,
        now: Time,
    ) -> (Recorder, Peer) {
        let hands_over_packets = config.hands_over_packets;
        let content = Content { disclosure, hands_over_packets, retransmissions: 0 };
        let witness = Arc::new(RecordingWitness::new(content));
        config.witness = Witness::new(Arc::clone(&witness) as _);
        let is_certificate_drawn = config.certificate.is_none();
        let peer = Peer::new(config.clone(), seed.clone(), now);
        let opening = Opening {
            version: VERSION.to_owned(),
            name: name.to_owned(),
            disclosure,
            provider: config.provider.name().to_owned(),
            begins: now,
            config,
            public: seed.public,
            secret: disclosure.has_keys().then_some(seed.secret),
            is_certificate_drawn,
            certificate: peer.certificate().der().to_vec(),
        };
        (Recorder::open(session, &opening, witness), peer)
    }

    fn open(session: u16, opening: &Opening, witness: Arc<RecordingWitness>) -> Recorder {
        let mut recorder = Recorder {
            session,
            chunks: 0,
            content: opening.content(),
            witness,
            addresses: AddressBook::default(),
            entries: Vec::with_capacity(Self::LARGE + 4_096),
            now: opening.begins,
            given_out: opening.begins,
            outputs: Outputs::default(),
            is_step_open: false,
            ready: Vec::new(),
        };
        opening.write(&mut recorder.entries);
        recorder.give_out(ChunkKind::Opening);
        recorder
    }

    /// An input comes; `peer` is as the step before has left it.
    pub(super) fn input(&mut self, now: Time, input: &Input<'_>, peer: &Peer) {
        self.end_step(peer);
        self.give_out_if_due(now);
        if let Input::Command(Command::SetRemoteDescription { sdp, .. }) = input {
            self.witness.learn(sdp);
        }
        let disclosure = self.content.disclosure;
        input_writing::write(input, disclosure, &mut self.addresses, &mut self.entries);
        self.begin_step(now);
    }

    /// Something is asked for: a step that has become long goes on as another one.
    pub(super) fn poll(&mut self, peer: &Peer) {
        if self.outputs.is_full() {
            self.end_step(peer);
        }
        if !self.is_step_open {
            self.entries.push(code::NOTHING);
            self.begin_step(self.now);
        }
    }

    fn begin_step(&mut self, now: Time) {
        numbers::write_step(self.now.as_nanos(), now.as_nanos(), &mut self.entries);
        self.now = now;
        self.is_step_open = true;
        self.outputs.clear();
    }

    fn end_step(&mut self, peer: &Peer) {
        self.outputs.sealed = self.witness.take(&mut self.entries);
        if !std::mem::take(&mut self.is_step_open) {
            return;
        }
        self.outputs.deadline = peer.deadline();
        self.entries.push(code::OUTPUTS);
        self.outputs.write(self.now, &mut self.entries);
    }

    /// The session is over, or is left as it is.
    pub(super) fn end(&mut self, peer: &Peer, statistics: &Statistics) {
        self.end_step(peer);
        self.give_out(ChunkKind::Entries);
        ending::write(statistics, &mut self.entries);
        self.give_out(ChunkKind::Ending);
        self.witness.stop();
    }

    /// Gives out what there is in haste: the step in hand is cut off.
    pub(super) fn break_off(&mut self) {
        self.witness.take(&mut self.entries);
        self.witness.stop();
        self.give_out(ChunkKind::Entries);
    }

    /// Whether an input fits a recording.
    pub(super) fn takes(input: &Input<'_>) -> bool {
        match input {
            Input::Command(Command::SendFrame(frame)) => frame.data.len() <= sparse::MOST,
            Input::Command(Command::SendPacket(packet)) => packet.payload.len() <= sparse::MOST,
            Input::Command(Command::SetRemoteDescription { sdp, .. }) => sdp.len() <= sparse::MOST,
            _ => true,
        }
    }

    /// The chunks that are ready to be written, if there are any.
    pub(super) fn take_chunks(&mut self) -> Option<Vec<u8>> {
        (!self.ready.is_empty()).then(|| std::mem::take(&mut self.ready))
    }

    fn give_out_if_due(&mut self, now: Time) {
        if self.entries.len() >= Self::LARGE || now.since(self.given_out) >= Self::OLD {
            self.give_out(ChunkKind::Entries);
            self.given_out = now;
        }
    }

    fn give_out(&mut self, kind: ChunkKind) {
        if self.entries.is_empty() {
            return;
        }
        let (session, ordinal, content) = (self.session, self.chunks, &self.entries[..]);
        let chunk = Chunk { kind, session, ordinal, content };
        self.ready.extend_from_slice(&chunk.to_bytes());
        self.chunks += 1;
        self.entries.clear();
    }
}
