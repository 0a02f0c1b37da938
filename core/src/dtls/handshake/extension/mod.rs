//! Hello extensions, RFC 5246 section 7.4.1.4: the ones that are understood, one a file, and
//! [`Extensions`], which carries them and all others as they are.
//!
//! Understood: extended_master_secret (RFC 7627), renegotiation_info (RFC 5746), supported_groups and
//! ec_point_formats (RFC 8422), signature_algorithms (RFC 5246), use_srtp (RFC 5764), and
//! supported_versions (RFC 8446) as far as to see whether DTLS 1.2 is among them.

mod ec_point_formats;
mod extended_master_secret;
#[expect(clippy::module_inception, reason = "an extension is the concept and the type")]
mod extension;
mod extension_body;
mod extensions;
mod renegotiation_info;
mod signature_algorithms;
mod supported_groups;
mod supported_versions;
mod use_srtp;

pub use ec_point_formats::EcPointFormats;
pub use extended_master_secret::ExtendedMasterSecret;
pub use extension::Extension;
pub use extension_body::ExtensionBody;
pub use extensions::Extensions;
pub use renegotiation_info::RenegotiationInfo;
pub use signature_algorithms::SignatureAlgorithms;
pub use supported_groups::SupportedGroups;
pub use supported_versions::SupportedVersions;
pub use use_srtp::UseSrtp;

use super::{DecodeError, number_list};
