//! What is known of the other side's certificate.

use roomrtc_io_mio::CertificateFingerprint;

/// What is known of the other side's certificate in this call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PeerKey {
    /// It is not known yet: there was no handshake.
    #[default]
    Unknown,
    /// It is not remembered, as guests have another each time.
    Fleeting,
    /// It is the first call with this user.
    First,
    /// It is the same as in the last call.
    Same,
    /// It is the same, and both have compared the safety number.
    Confirmed,
    /// It is another than in the last call: a new installation, or somebody in between.
    Changed {
        /// The certificate of the last call.
        before: CertificateFingerprint,
        /// Whether both had compared the safety number of that one.
        was_confirmed: bool,
    },
}
