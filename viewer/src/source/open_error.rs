//! Why a recording cannot be looked at.

use roomrtc_sim::recording::ReadError;

/// Why a recording cannot be looked at.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It cannot be read.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// It has no session of this name.
    #[error("there is no session of {name} in it: it has {known}")]
    NoSuchSession {
        /// What was asked for.
        name: String,
        /// The names there are.
        known: String,
    },
}
