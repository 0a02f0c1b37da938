//! How a camera of a test is.

/// How a camera of a test is.
#[derive(Debug, Default)]
pub(super) struct ScriptedState {
    /// Whether it was pulled out.
    pub(super) is_away: bool,
    /// How often it is open now.
    pub(super) open: u32,
}
