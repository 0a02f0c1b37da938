//! A packet of a trace, as the tests read it.

use roomrtc_core::base::Time;
use roomrtc_sim::trace::PacketClass;

/// A packet of a trace, with the bytes it has without protection.
#[derive(Clone, Debug)]
pub(super) struct Wire {
    pub(super) number: u64,
    pub(super) host: usize,
    pub(super) class: PacketClass,
    pub(super) sent: Time,
    pub(super) arrived: Option<Time>,
    pub(super) is_dropped: bool,
    pub(super) plain: Vec<u8>,
}

impl Wire {
    fn short(&self, place: usize) -> u16 {
        u16::from_be_bytes([self.plain[place], self.plain[place + 1]])
    }

    pub(super) fn payload_type(&self) -> u8 {
        self.plain[1] & 0x7f
    }

    pub(super) fn sequence(&self) -> u16 {
        self.short(2)
    }

    pub(super) fn ssrc(&self) -> u32 {
        (u32::from(self.short(8)) << 16) | u32::from(self.short(10))
    }

    /// The number that the payload begins with.
    pub(super) fn original(&self) -> Option<u16> {
        let has_extension = self.plain[0] & 0x10 != 0;
        let length = if has_extension { 16 + 4 * usize::from(self.short(14)) } else { 12 };
        (self.plain.len() >= length + 2).then(|| self.short(length))
    }
}
