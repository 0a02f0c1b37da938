//! The jitter buffer: packets in as they come, whole frames out in order and at a steady pace.
//!
//! Packets wait in a ring of slots by extended sequence number. Frames are put together where the
//! numbers have no gap, with the marker or a change of timestamp as their end (RFC 6184
//! section 5.1). A gap is given up after the time that reordering has been seen to need, at least
//! [`JitterBufferConfig::gap_wait`], or that it takes to have lost packets sent again; then
//! everything up to the next key frame is dropped, because it refers to what was lost.
//!
//! Left out: asking for lost packets, which the receiver does around it; partial frames; frames that
//! nothing refers to (`nal_ref_idc` 0) are not told apart, so losing one costs as much as losing any.

mod buffer;
mod discarding;
mod frame;
mod jitter_buffer_config;
mod overflow;
mod playout;
mod releasing;
mod reorder_wait;
mod slot;
mod slots;

pub use jitter_buffer_config::JitterBufferConfig;

pub(super) use buffer::JitterBuffer;
pub(super) use slot::Slot;
