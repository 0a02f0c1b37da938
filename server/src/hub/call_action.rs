//! What can happen to a call.

/// What one party does to a call, or what is done to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CallAction {
    /// A party accepts.
    Accept,
    /// A party declines.
    Reject,
    /// A party hangs up or cancels.
    End,
    /// A party logs out.
    LogOut,
    /// A party's connection is lost.
    LoseConnection,
    /// A party is back and says that the call stands.
    Rejoin,
    /// It has rung, or waited for a party, for too long.
    TimeOut,
}
