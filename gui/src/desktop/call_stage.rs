//! How far a call is.

use roomrtc_core::base::Time;

/// How far a call is that was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallStage {
    /// A way to the other side is looked for, and the encryption agreed on.
    Connecting,
    /// It stands.
    Connected,
    /// The way to the other side is lost and looked for again.
    Reconnecting {
        /// Since when.
        since: Time,
    },
    /// It was hung up and is being ended.
    Ending,
}
