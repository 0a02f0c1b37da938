//! H.264 streams in Annex B byte-stream format: finding NAL units, and where one access unit ends
//! and the next begins (ITU-T H.264 section 7.4.1.2.3 and 7.4.1.2.4).
//!
//! Only as much of parameter sets and slice headers is read as that takes, and the picture's size.
//! Left out: everything else that decoding needs, and multiview and scalable extensions, whose NAL
//! units are kept with the access unit that they are in.

mod access_unit;
mod access_unit_splitter;
mod bit_reader;
mod nal_unit;
mod nal_unit_type;
mod nal_units;
mod picture_parameter_set;
mod sequence_parameter_set;
mod slice_header;

pub use access_unit::AccessUnit;
pub use access_unit_splitter::AccessUnitSplitter;
pub use nal_unit::NalUnit;
pub use nal_unit_type::NalUnitType;
pub use nal_units::NalUnits;
pub use picture_parameter_set::PictureParameterSet;
pub use sequence_parameter_set::SequenceParameterSet;
