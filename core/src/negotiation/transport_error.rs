//! Why the transport of a description does not do.

/// Why the ICE and DTLS attributes of a description do not do. Sections are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// There are no ICE credentials.
    #[error("media section {section} has no a=ice-ufrag or no a=ice-pwd")]
    NoCredentials {
        /// The section.
        section: usize,
    },
    /// The ICE credentials are shorter or longer than RFC 8839 section 5.4 allows.
    #[error("the a=ice-ufrag or a=ice-pwd of media section {section} is too short or too long")]
    CredentialLengths {
        /// The section.
        section: usize,
    },
    /// The ICE credentials have characters that no check can carry.
    #[error(
        "the a=ice-ufrag or a=ice-pwd of media section {section} has characters it cannot have"
    )]
    CredentialCharacters {
        /// The section.
        section: usize,
    },
    /// There is no fingerprint of a hash function in use, which RFC 8827 section 6.5 demands.
    #[error("media section {section} has no a=fingerprint with SHA-256, SHA-384 or SHA-512")]
    NoFingerprint {
        /// The section.
        section: usize,
    },
    /// There is no role in DTLS, or none that fits, RFC 8842 section 5.
    #[error("the a=setup of media section {section} is missing or cannot be agreed to")]
    Setup {
        /// The section.
        section: usize,
    },
    /// The fingerprints or the roles of a running DTLS association differ from what they were.
    #[error("media section {section} asks for a new DTLS association inside the session")]
    NewAssociation {
        /// The section.
        section: usize,
    },
}
