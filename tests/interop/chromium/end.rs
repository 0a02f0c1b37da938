//! An end of a call.

/// Whose frames are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// `roomrtc peer`.
    Ours,
    /// The page in the browser.
    Browser,
    /// Those of both.
    Both,
}
