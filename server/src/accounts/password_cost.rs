//! How hard passwords are to guess.

/// What one Argon2id hash costs, RFC 9106 section 3.1. Hashes made before keep their own cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PasswordCost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Default for PasswordCost {
    /// 19 MiB and two passes in one lane: tens of milliseconds.
    fn default() -> PasswordCost {
        PasswordCost { memory_kib: 19 * 1024, passes: 2, lanes: 1 }
    }
}

impl PasswordCost {
    /// The least there is. For tests, which log in often and keep nothing.
    pub const LEAST: PasswordCost = PasswordCost { memory_kib: 8, passes: 1, lanes: 1 };
}
