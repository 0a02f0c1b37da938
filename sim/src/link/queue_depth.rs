//! How long a queue is.

use crate::quantity::Span;

/// How long the queues of a pipe are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QueueDepth {
    /// Bytes that wait or are being sent, headers of IP and UDP included.
    pub bytes: u64,
    /// How long a packet that came now would wait before it is sent.
    pub wait: Span,
}

impl QueueDepth {
    pub(super) fn plus(self, other: QueueDepth) -> QueueDepth {
        let nanos = self.wait.as_nanos().saturating_add(other.wait.as_nanos());
        QueueDepth { bytes: self.bytes + other.bytes, wait: Span::nanos(nanos) }
    }
}
