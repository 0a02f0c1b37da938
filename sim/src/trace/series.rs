//! What is measured over time.

/// A quantity that is measured over time at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Series {
    /// Bits per second that a host's source makes.
    MediaBitRate,
    /// Bytes that wait in the queue of a pipe.
    QueueBytes,
    /// Microseconds that the next packet will wait in the queue of a pipe.
    QueueDelay,
    /// Packets that wait in the jitter buffer of a host.
    JitterBufferPackets,
    /// Microseconds by which the jitter buffer of a host delays playout.
    JitterBufferDelay,
    /// Microseconds of the smoothed round-trip time that a host measures.
    RoundTripTime,
    /// Bytes of memory that a host's engine holds.
    EngineMemory,
}

impl Series {
    /// Its name in the text of a trace.
    pub fn name(self) -> &'static str {
        match self {
            Series::MediaBitRate => "media-bit-rate",
            Series::QueueBytes => "queue-bytes",
            Series::QueueDelay => "queue-delay",
            Series::JitterBufferPackets => "jitter-buffer-packets",
            Series::JitterBufferDelay => "jitter-buffer-delay",
            Series::RoundTripTime => "round-trip-time",
            Series::EngineMemory => "engine-memory",
        }
    }

    /// The unit of its values.
    pub fn unit(self) -> &'static str {
        match self {
            Series::MediaBitRate => "bit/s",
            Series::QueueBytes | Series::EngineMemory => "bytes",
            Series::QueueDelay | Series::JitterBufferDelay | Series::RoundTripTime => "us",
            Series::JitterBufferPackets => "packets",
        }
    }
}
