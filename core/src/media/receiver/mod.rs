//! Receiving one media section.

mod key_frame_requester;
mod media_receiver;
mod output;
mod packet_queue;
mod received_window;
mod receiver_statistics;
mod reception;
mod source;

pub use receiver_statistics::ReceiverStatistics;

pub(super) use key_frame_requester::KeyFrameRequester;
pub(super) use media_receiver::MediaReceiver;
pub(super) use source::Source;
