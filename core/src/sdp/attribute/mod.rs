//! Attributes: what each says, read on demand.

#[expect(clippy::module_inception, reason = "the attribute is what the module is about")]
mod attribute;
mod attributes;
mod attributes_ice;
mod attributes_rtp;
mod direction;
mod extension_map;
mod fingerprint;
mod fingerprint_error;
mod group;
mod media_stream_identification;
mod payload_format;
mod rtcp_feedback;
mod rtp_map;
mod setup;
mod source_attribute;
mod source_group;

pub use attribute::Attribute;
pub use attributes::Attributes;
pub use direction::Direction;
pub use extension_map::ExtensionMap;
pub use fingerprint::Fingerprint;
pub use fingerprint_error::FingerprintError;
pub use group::Group;
pub use media_stream_identification::MediaStreamIdentification;
pub use payload_format::PayloadFormat;
pub(super) use payload_format::payload_formats;
pub use rtcp_feedback::RtcpFeedback;
pub use rtp_map::RtpMap;
pub use setup::Setup;
pub use source_attribute::SourceAttribute;
pub use source_group::SourceGroup;
