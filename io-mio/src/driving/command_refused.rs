//! Commands that are not taken.

/// Why a command was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommandRefused {
    /// As many as may wait do.
    #[error("the event loop is behind: its queue is full")]
    Full,
    /// The loop has ended.
    #[error("the event loop has ended")]
    Ended,
}
