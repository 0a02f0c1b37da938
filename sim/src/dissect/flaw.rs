//! What is wrong with something that was sent.

/// What is wrong with something that was sent: a sentence without a full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Flaw(pub &'static str);
