//! A notice on the screen.

use roomrtc_core::base::Time;

use super::Notice;

/// A notice on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostedNotice {
    /// What it is dismissed by.
    pub number: u64,
    /// When it goes by itself, if it does.
    pub until: Option<Time>,
    /// What it says.
    pub notice: Notice,
}
