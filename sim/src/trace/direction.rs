//! Whether a host sent or received.

/// Whether a host sent or received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// It sent.
    Sent,
    /// It received.
    Received,
}

impl Direction {
    /// Its name in the text of a trace.
    pub fn name(self) -> &'static str {
        match self {
            Direction::Sent => "sent",
            Direction::Received => "received",
        }
    }
}
