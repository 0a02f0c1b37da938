//! Which end of a call a client is.

/// Whether a client made the call or takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CallRole {
    /// It invited the other, and makes the offer.
    Caller,
    /// It was invited, and answers.
    Callee,
}

impl CallRole {
    /// The other end.
    pub const fn other(self) -> CallRole {
        match self {
            CallRole::Caller => CallRole::Callee,
            CallRole::Callee => CallRole::Caller,
        }
    }
}
