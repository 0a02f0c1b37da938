//! Why no capture can be written.

/// Why no capture can be written.
#[derive(Debug, thiserror::Error)]
pub enum CaptureError {
    /// The trace has no packets with their bytes.
    #[error("the trace has not kept the bytes of packets")]
    NoPackets,
    /// Writing failed.
    #[error("the capture cannot be written: {0}")]
    Write(#[from] pcap_file::PcapError),
}
