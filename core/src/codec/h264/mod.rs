//! The RTP payload format for H.264, RFC 6184.
//!
//! Format parameters and their negotiation (sections 8.1 and 8.2.2), NAL units in Annex B byte
//! streams (ITU-T H.264 Annex B), and the payload structures of packetization modes 0 and 1:
//! single NAL unit, STAP-A and FU-A (sections 5.6, 5.7.1 and 5.8).
//!
//! Left out: the interleaved mode (packetization mode 2, with STAP-B, MTAP and FU-B), which is
//! recognised and refused, and anything inside a slice but its first macroblock's number.

mod access_unit;
mod agreement;
mod depacketize_error;
mod depacketizer;
mod level;
mod mismatch;
mod nal_unit_header;
mod nal_units;
mod negotiation;
mod packetization_mode;
mod packetize_error;
mod packetizer;
mod parameter_set;
mod parameter_sets;
mod parameters;
mod parameters_error;
mod payload_summary;
mod profile;
mod profile_level_id;
mod profile_level_id_error;

pub use access_unit::AccessUnit;
pub use agreement::H264Agreement;
pub use depacketize_error::DepacketizeError;
pub use depacketizer::Depacketizer;
pub use level::Level;
pub use mismatch::H264Mismatch;
pub use nal_unit_header::NalUnitHeader;
pub use nal_units::NalUnits;
pub use negotiation::negotiate;
pub use packetization_mode::PacketizationMode;
pub use packetize_error::PacketizeError;
pub use packetizer::Packetizer;
pub use parameter_set::ParameterSet;
pub use parameter_sets::ParameterSets;
pub use parameters::H264Parameters;
pub use parameters_error::H264ParametersError;
pub use payload_summary::PayloadSummary;
pub use profile::Profile;
pub use profile_level_id::ProfileLevelId;
pub use profile_level_id_error::ProfileLevelIdError;
