//! The encrypted path.

use serde::Serialize;

/// The encrypted path: `RTCTransportStats`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TransportStatistics {
    /// `RTCIceTransportState`: `new`, `checking`, `connected`, `completed`, `disconnected` or
    /// `failed`.
    pub ice_state: &'static str,
    /// `controlling` or `controlled`.
    pub ice_role: &'static str,
    /// `RTCDtlsTransportState`: `new`, `connecting` or `connected`.
    pub dtls_state: &'static str,
    /// `client` or `server`.
    pub dtls_role: Option<&'static str>,
    /// The version of DTLS as four hexadecimal digits: `FEFD` is DTLS 1.2.
    pub tls_version: Option<String>,
    /// The cipher suite's name in the IANA registry.
    pub dtls_cipher: Option<String>,
    /// The SRTP protection profile's name in the IANA registry.
    pub srtp_cipher: Option<&'static str>,
}
