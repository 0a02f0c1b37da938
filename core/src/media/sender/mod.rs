//! Sending one media section.

mod frame_queue;
mod header_template;
mod history;
mod key_frame_requests;
mod media_sender;
mod output;
mod queued_frame;
mod remote_reception;
mod repeating;
mod retransmitter;
mod sender_statistics;
mod sent_packet;

pub use remote_reception::RemoteReception;
pub use sender_statistics::SenderStatistics;

pub(super) use media_sender::MediaSender;
