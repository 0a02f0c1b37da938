//! What a request of ours is for.

/// What a Binding request to the peer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A connectivity check.
    Check,
    /// A connectivity check with USE-CANDIDATE.
    Nomination,
    /// A consent check, RFC 7675: sent once.
    Consent,
}
