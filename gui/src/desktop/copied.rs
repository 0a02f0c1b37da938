//! What was copied.

/// What was put on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The link of an invitation.
    Invitation,
    /// The statistics as JSON.
    Statistics,
    /// The safety number.
    SafetyNumber,
    /// Lines of the log.
    Log,
}
