//! The header of a NAL unit.

/// The first byte of a NAL unit, ITU-T H.264 section 7.3.1, and of every payload, RFC 6184
/// section 5.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NalUnitHeader(pub u8);

impl NalUnitHeader {
    /// A slice of a picture that is no IDR picture.
    pub const SLICE: u8 = 1;
    /// A slice of an IDR picture.
    pub const IDR_SLICE: u8 = 5;
    /// Supplemental enhancement information.
    pub const SUPPLEMENTAL: u8 = 6;
    /// A sequence parameter set.
    pub const SEQUENCE_PARAMETER_SET: u8 = 7;
    /// A picture parameter set.
    pub const PICTURE_PARAMETER_SET: u8 = 8;
    /// An access unit delimiter.
    pub const ACCESS_UNIT_DELIMITER: u8 = 9;
    /// Payloads only: several NAL units of one time, RFC 6184 section 5.7.1.
    pub const STAP_A: u8 = 24;
    /// Payloads only: a fragment of a NAL unit, RFC 6184 section 5.8.
    pub const FU_A: u8 = 28;

    /// The type: 1 to 23 for NAL units, 24 to 29 for the structures of payloads.
    pub const fn unit_type(self) -> u8 {
        self.0 & 0x1f
    }

    /// The importance for reference, `nal_ref_idc`, in its place: bits 5 and 6.
    pub const fn reference_bits(self) -> u8 {
        self.0 & 0x60
    }

    /// Whether the bit is set that says the content may be damaged.
    pub const fn is_forbidden(self) -> bool {
        self.0 & 0x80 != 0
    }
}
