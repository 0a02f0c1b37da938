//! Why there is no server of "try it here".

/// Why the server of "try it here" cannot be started. The log has the details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalServerProblem {
    /// It cannot keep its accounts: no folder can be written to.
    Storage,
    /// It cannot listen on this machine.
    Network,
    /// The contact that answers could not be started.
    Echo,
    /// It has ended by itself.
    Ended,
}
