//! What became of a frame at a host.

/// What became of a frame at a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FrameFate {
    /// The host's source gave it to the engine.
    Sent,
    /// The engine delivered it whole, and it can be decoded.
    Received,
    /// As received, but after the time at which it would have been shown.
    Late,
    /// The engine delivered it whole, but what it depends on is missing.
    Undecodable,
    /// It was never delivered, which a later one has shown.
    Skipped,
}

impl FrameFate {
    /// Its name in the text of a trace.
    pub fn name(self) -> &'static str {
        match self {
            FrameFate::Sent => "sent",
            FrameFate::Received => "received",
            FrameFate::Late => "late",
            FrameFate::Undecodable => "undecodable",
            FrameFate::Skipped => "skipped",
        }
    }
}
