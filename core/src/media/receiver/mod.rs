//! Receiving one media section.

mod key_frame_requester;
mod media_receiver;
mod missing_packet;
mod output;
mod packet_queue;
mod received_window;
mod receiver_statistics;
mod reception;
mod repair_requester;
mod repairing;
mod source;

pub use receiver_statistics::ReceiverStatistics;

pub(super) use key_frame_requester::KeyFrameRequester;
pub(super) use media_receiver::MediaReceiver;
pub(super) use repair_requester::RepairRequester;
pub(super) use source::Source;
