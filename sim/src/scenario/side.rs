//! The two ends of a call.

use serde::{Deserialize, Serialize};

/// One end of a call.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Who calls.
    #[default]
    Caller,
    /// Who is called.
    Called,
}

impl Side {
    /// Both, the caller first.
    pub const ALL: [Side; 2] = [Side::Caller, Side::Called];

    /// The index of this side's host and client.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The other end.
    pub const fn other(self) -> Side {
        match self {
            Side::Caller => Side::Called,
            Side::Called => Side::Caller,
        }
    }

    /// `caller` or `called`.
    pub const fn name(self) -> &'static str {
        match self {
            Side::Caller => "caller",
            Side::Called => "called",
        }
    }
}
