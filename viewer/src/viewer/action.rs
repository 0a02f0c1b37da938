//! What a user can do.

use std::time::Duration;

use roomrtc_core::base::Time;

use super::{Direction, Selection, Speed};

/// What a user can do in the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Play, or pause.
    TogglePlaying,
    /// Play at this speed from now on.
    SetSpeed(Speed),
    /// Go to this time; it becomes visible.
    Seek(Time),
    /// Go to the beginning.
    SeekBeginning,
    /// Go to the end.
    SeekEnd,
    /// Go to the next packet, by when it was sent, and select it.
    StepPacket(Direction),
    /// Go to the next moment and select it.
    StepMoment(Direction),
    /// Go to the next lost packet and select it.
    StepLoss(Direction),
    /// Show half of what is visible.
    ZoomIn,
    /// Show twice of what is visible.
    ZoomOut,
    /// Show everything.
    ZoomToAll,
    /// Show this stretch.
    Show {
        /// From when.
        from: Time,
        /// For how long.
        length: Duration,
    },
    /// Move what is visible by a part of its length, in thousandths: later if positive.
    Pan(i32),
    /// Select this, and go to its time.
    Select(Selection),
    /// Select nothing.
    Unselect,
    /// Look for this text from now on.
    Search(String),
    /// Go to the next thing that has the text, and select it.
    Find(Direction),
    /// Show the keys, or hide them.
    ToggleKeys,
}
