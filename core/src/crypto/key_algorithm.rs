//! What kind of key a certificate is for.

/// What a public key verifies: a certificate, a cipher suite and a signature scheme have to agree in
/// it, RFC 5246 sections 7.4.2 and 7.4.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyAlgorithm {
    /// ECDSA, RFC 8422 section 5.3.
    Ecdsa,
    /// RSA, RFC 8017 section 8: of either padding.
    Rsa,
}
