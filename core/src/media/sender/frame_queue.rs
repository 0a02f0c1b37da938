//! The frames that wait to be sent.

use std::collections::VecDeque;

use super::queued_frame::QueuedFrame;
use crate::codec::h264::AccessUnit;

/// The most buffers kept to be used again.
const MOST_FREE: usize = 1_024;

/// Frames that wait to be sent, bounded in bytes, and the buffers of those that were.
#[derive(Clone, Debug, Default)]
pub(super) struct FrameQueue {
    frames: VecDeque<QueuedFrame>,
    bytes: usize,
    free: Vec<AccessUnit>,
    free_bytes: usize,
}

impl FrameQueue {
    pub(super) const fn new() -> FrameQueue {
        FrameQueue { frames: VecDeque::new(), bytes: 0, free: Vec::new(), free_bytes: 0 }
    }

    /// A buffer for the next frame.
    pub(super) fn take_buffer(&mut self) -> AccessUnit {
        let buffer = self.free.pop().unwrap_or_default();
        self.free_bytes -= buffer.capacity();
        buffer
    }

    /// Gives a buffer back. Buffers of at most `most` bytes together are kept.
    pub(super) fn put_buffer(&mut self, mut buffer: AccessUnit, most: usize) {
        buffer.clear();
        if self.free.len() < MOST_FREE && self.free_bytes + buffer.capacity() <= most {
            self.free_bytes += buffer.capacity();
            self.free.push(buffer);
        }
    }

    pub(super) fn push(&mut self, frame: QueuedFrame) {
        self.bytes += frame.content.size();
        self.frames.push_back(frame);
    }

    /// The frame to be sent next.
    pub(super) fn front(&self) -> Option<&QueuedFrame> {
        self.frames.front()
    }

    pub(super) fn pop(&mut self) -> Option<QueuedFrame> {
        let frame = self.frames.pop_front()?;
        self.bytes -= frame.content.size();
        Some(frame)
    }

    /// Takes out the oldest frame but for the first `keep`.
    pub(super) fn pop_behind(&mut self, keep: usize) -> Option<QueuedFrame> {
        let frame = self.frames.remove(keep)?;
        self.bytes -= frame.content.size();
        Some(frame)
    }

    /// Bytes of all frames that wait.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Number of frames that wait.
    pub(super) fn len(&self) -> usize {
        self.frames.len()
    }
}
