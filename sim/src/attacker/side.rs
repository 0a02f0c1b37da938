//! The two ends of a call.

use serde::{Deserialize, Serialize};

/// One end of a call.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The one that calls.
    #[default]
    Caller,
    /// The one that is called.
    Called,
}

impl Side {
    /// 0 for the caller, 1 for the called.
    pub const fn index(self) -> usize {
        match self {
            Side::Caller => 0,
            Side::Called => 1,
        }
    }

    /// The other one.
    pub const fn other(self) -> Side {
        match self {
            Side::Caller => Side::Called,
            Side::Called => Side::Caller,
        }
    }
}
