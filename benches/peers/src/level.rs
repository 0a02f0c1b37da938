//! How media is handed over.

/// Whether the application deals in packets or in frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The application packetizes: it writes and reads RTP payloads.
    Packets,
    /// The stack packetizes: the application writes and reads H.264 access units.
    Frames,
}
