//! Why a packet did not arrive.

use std::fmt;

/// Why a pipe let a packet go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LossReason {
    /// A fault of the model of this kind, which is in the ledger.
    Fault(&'static str),
    /// The queue had no room.
    QueueFull,
    /// The queue is kept short (CoDel).
    QueueControlled,
    /// It is larger than the link carries.
    TooLarge,
    /// More packets are on their way than a pipe keeps.
    Overfull,
}

impl fmt::Display for LossReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LossReason::Fault(kind) => return write!(f, "dropped by {kind}"),
            LossReason::QueueFull => "dropped by a full queue",
            LossReason::QueueControlled => "dropped by CoDel",
            LossReason::TooLarge => "larger than the MTU",
            LossReason::Overfull => "dropped because too many packets were on their way",
        })
    }
}
