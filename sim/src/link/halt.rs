//! Why a packet does not go on at once.

use roomrtc_core::base::Time;

use super::LossReason;

/// Why a packet does not go on past a stage within the present call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Halt {
    /// It is to meet the stage at its own time only: the stage minds the order.
    Wait,
    /// It goes into the stage's queue, which decides when it leaves.
    Queue,
    /// It waits until so many others have passed, and until this time at most.
    Hold(u32, Time),
    /// It is gone.
    Drop(LossReason),
}
