//! Telling calls apart.

use std::fmt;

/// The number of a call, which no later call of the same two users has.
///
/// The server gives it, and both parties name it in what they say about the call: what is late or
/// was held up on its way then meets the call it was for, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CallNumber(pub u64);

impl fmt::Display for CallNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}
