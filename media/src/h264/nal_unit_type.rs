//! What a NAL unit is.

/// The type of a NAL unit, ITU-T H.264 table 7-1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NalUnitType {
    /// A slice of a picture that is no IDR picture (1).
    Slice,
    /// Partition A of a slice (2).
    SlicePartitionA,
    /// A slice of an IDR picture (5).
    IdrSlice,
    /// Supplemental enhancement information (6).
    SupplementalEnhancementInformation,
    /// A sequence parameter set (7).
    SequenceParameterSet,
    /// A picture parameter set (8).
    PictureParameterSet,
    /// An access unit delimiter (9).
    AccessUnitDelimiter,
    /// Any other type.
    Other(u8),
}

impl NalUnitType {
    /// The type in the first byte of a NAL unit.
    pub fn from_header(header: u8) -> Self {
        match header & 0x1F {
            1 => Self::Slice,
            2 => Self::SlicePartitionA,
            5 => Self::IdrSlice,
            6 => Self::SupplementalEnhancementInformation,
            7 => Self::SequenceParameterSet,
            8 => Self::PictureParameterSet,
            9 => Self::AccessUnitDelimiter,
            other => Self::Other(other),
        }
    }

    /// Whether it carries a part of a primary coded picture with a slice header.
    pub fn has_slice_header(self) -> bool {
        matches!(self, Self::Slice | Self::SlicePartitionA | Self::IdrSlice)
    }

    /// Whether it begins the next access unit when it comes after the last slice of one, section
    /// 7.4.1.2.3.
    pub fn begins_access_unit(self) -> bool {
        match self {
            Self::AccessUnitDelimiter
            | Self::SequenceParameterSet
            | Self::PictureParameterSet
            | Self::SupplementalEnhancementInformation => true,
            Self::Other(other) => (14..=18).contains(&other),
            Self::Slice | Self::SlicePartitionA | Self::IdrSlice => false,
        }
    }
}
