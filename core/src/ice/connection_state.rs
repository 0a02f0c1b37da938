//! How far the agent has come.

/// The state of the connection: `RTCIceTransportState` of W3C WebRTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConnectionState {
    /// The peer's credentials are not known yet.
    #[default]
    New,
    /// No pair is valid yet.
    Checking,
    /// A pair is valid and carries data, but none is nominated yet.
    Connected,
    /// A nominated pair carries data.
    Completed,
    /// The pair has gone silent, or its local address is gone; it may come back.
    Disconnected,
    /// No pair became valid in time, or consent has expired. Only a restart helps.
    Failed,
}
