//! What another stack tells its application.

use super::{ArrivedFrame, Outgoing};

/// What another stack tells its application.
#[derive(Clone, Debug)]
pub enum Told {
    /// A datagram is to be sent.
    Datagram(Outgoing),
    /// A pair of candidates carries data.
    PathUp,
    /// No pair carries data at the moment.
    PathDown,
    /// ICE has given up.
    PathFailed,
    /// The handshake is complete.
    Connected,
    /// The session has failed, for this reason.
    Failed(String),
    /// The other side has ended the session.
    ClosedByPeer,
    /// The other side asks for a key frame.
    KeyFrameRequested,
    /// A frame has come.
    Frame(ArrivedFrame),
}
