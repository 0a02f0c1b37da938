//! How the client shows who it is.

use crate::crypto::SignatureScheme;

/// What the server has asked of the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::dtls) enum Authentication {
    /// Nothing: no certificate is sent.
    NotAsked,
    /// A certificate of a kind that we do not have: an empty list is sent, RFC 5246 section 7.4.6.
    Impossible,
    /// A certificate, and a signature by this scheme.
    By(SignatureScheme),
}
