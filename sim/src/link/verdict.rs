//! What a model does with a packet.

use roomrtc_core::base::Time;

/// What a model of a link does with a packet. Changes to its bytes are made in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It goes on at once.
    Pass,
    /// It goes on at this time.
    At(Time),
    /// It goes on at once, and a copy of it at this time.
    Twice(Time),
    /// It is gone.
    Drop,
}
