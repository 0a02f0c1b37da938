//! What a negotiator needs to know.

use super::{DtlsRole, MediaConfig};

/// What a [`super::Negotiator`] needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NegotiatorConfig {
    /// The canonical name of our sources, RFC 7022.
    pub cname: String,
    /// The role to take where an offer leaves the choice. RFC 8842 section 5.3 advises
    /// [`DtlsRole::Client`]: the answerer's handshake can then begin with the first valid path.
    pub dtls_role: DtlsRole,
    /// Our media. More can follow.
    pub media: Vec<MediaConfig>,
}
