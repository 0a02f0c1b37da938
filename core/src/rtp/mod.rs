//! RTP packets, RFC 3550 and RFC 8285.
//!
//! Headers are read in place and written into the caller's buffer without allocation: the fixed
//! header, contributing sources, padding (RFC 3550 section 5.1), and header extensions in the
//! one-byte and two-byte forms (RFC 8285 section 4). Sequence numbers are extended by the rules of
//! RFC 3550 appendix A.1.
//!
//! Left out: what an extension's bytes mean, but for the three that a sender writes here
//! ([`ExtensionIds`]); and everything with a timer, which is in [`crate::media`].

mod extension;
mod extension_form;
mod extension_ids;
mod extensions;
mod header;
mod media_clock;
mod packet;
mod packet_error;
mod sequence_numbers;
mod sequence_verdict;

pub use extension::Extension;
pub use extension_form::ExtensionForm;
pub use extension_ids::ExtensionIds;
pub use extensions::Extensions;
pub use header::Header;
pub use media_clock::MediaClock;
pub use packet::Packet;
pub use packet_error::PacketError;
pub use sequence_numbers::SequenceNumbers;
pub use sequence_verdict::SequenceVerdict;
