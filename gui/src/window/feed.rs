//! Where pictures come from.

/// Pictures that the window shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feed {
    /// The other side's.
    Remote,
    /// One's own, in a call.
    Own,
    /// Those of the device check.
    Preview,
}
