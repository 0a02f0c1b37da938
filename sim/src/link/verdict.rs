//! What a stage decides on a packet.

use roomrtc_core::base::Time;

use super::halt::Halt;

/// What a stage decides on a packet. Changes to its bytes are made in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It goes on at once.
    Pass,
    /// It goes on at this time.
    At(Time),
    /// It goes on at once, and a copy of it at this time.
    Twice(Time),
    /// It does not go on now.
    Stop(Halt),
}
