//! What happened.

use roomrtc_core::session;

use super::{Canonical, FrameEvent, Happening, PacketEvent, Sample, SignallingEvent, engine_event};

/// What happened at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Something became of a packet.
    Packet(PacketEvent),
    /// A host's engine told something.
    Engine(session::Event),
    /// A host sent or received a message on the signalling path.
    Signalling(SignallingEvent),
    /// Something became of a frame.
    Frame(FrameEvent),
    /// A host asked the other side for a key frame.
    KeyFrameRequest,
    /// Something scripted, or something that the run says of itself.
    Happening(Happening),
    /// A quantity was measured.
    Sample(Sample),
}

impl What {
    /// Its name in the text of a trace.
    pub fn name(&self) -> &'static str {
        match self {
            What::Packet(_) => "packet",
            What::Engine(_) => "engine",
            What::Signalling(_) => "signalling",
            What::Frame(_) => "frame",
            What::KeyFrameRequest => "key-frame-request",
            What::Happening(_) => "happening",
            What::Sample(_) => "sample",
        }
    }

    /// Its number in the canonical form.
    fn number(&self) -> u8 {
        match self {
            What::Packet(_) => 0,
            What::Engine(_) => 1,
            What::Signalling(_) => 2,
            What::Frame(_) => 3,
            What::KeyFrameRequest => 4,
            What::Happening(_) => 5,
            What::Sample(_) => 6,
        }
    }

    pub(super) fn encode(&self, canonical: &mut Canonical) {
        canonical.byte(self.number());
        match self {
            What::Packet(packet) => packet.encode(canonical),
            What::Engine(event) => engine_event::encode(event, canonical),
            What::Signalling(message) => message.encode(canonical),
            What::Frame(frame) => frame.encode(canonical),
            What::KeyFrameRequest => {}
            What::Happening(happening) => happening.encode(canonical),
            What::Sample(sample) => sample.encode(canonical),
        }
    }
}
