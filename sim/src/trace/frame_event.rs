//! A frame, and what became of it.

use roomrtc_core::base::Time;

use super::{Canonical, FrameFate};

/// A frame, and what became of it at a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameEvent {
    /// What became of it.
    pub fate: FrameFate,
    /// The index of the host that sent it.
    pub from: usize,
    /// Its ordinal among the frames of that host.
    pub number: u64,
    /// When it was sent, in the world's time.
    pub sent: Time,
    /// Its bytes, as encoded.
    pub length: usize,
    /// Whether it can be decoded without what came before.
    pub is_key_frame: bool,
    /// The timestamp that its packets had on the wire, RFC 3550 section 5.1, where it was delivered.
    /// The canonical form is without it.
    pub timestamp: Option<u32>,
}

impl FrameEvent {
    pub(super) fn encode(&self, canonical: &mut Canonical) {
        canonical.byte(self.fate as u8);
        canonical.short(self.from);
        canonical.number(self.number);
        canonical.time(self.sent);
        canonical.number(self.length as u64);
        canonical.byte(u8::from(self.is_key_frame));
    }
}
