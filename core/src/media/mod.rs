//! Media senders and receivers: packetization, jitter buffer, feedback.
//!
//! [`MediaEngine`] sends and receives the RTP streams of one transport in plain text, and the
//! RTCP that goes with them: reports with the loss, jitter and round-trip formulas of RFC 3550
//! (sections 6.3 and 6.4, appendices A.1, A.3 and A.8), timed by RFC 4585 section 3.5, and requests
//! for key frames (RFC 4585 section 6.3.1, RFC 5104 section 4.3.1). Lost packets are asked for (RFC
//! 4585 section 6.2.1) and sent again: in a stream of their own (RFC 4588, multiplexed by SSRC), or
//! the same in every byte. Packets find their media
//! section by RFC 8843 section 9.2. Frames are H.264 (RFC 6184); payload types of other formats
//! carry single packets.
//!
//! Left out: reports on streams of retransmissions, and their own farewell (they begin and end with
//! the stream that they repair, whose reports they leave alone), sending padding, congestion control
//! (transport-wide feedback is read and its numbers are written, nothing follows from them),
//! several sources in one media section, and timing out members, of which there are two.

mod drop_counts;
mod drop_reason;
mod engine;
mod feedback_support;
mod jitter_buffer;
mod jitter_buffer_state;
mod media_config;
mod media_event;
mod packet_kind;
mod packet_pool;
mod payload_format;
mod payload_type;
mod received_frame;
mod received_packet;
mod receiver;
mod receiver_parameters;
mod report_kind;
mod retransmission_type;
mod rtcp_schedule;
mod send_error;
mod sender;
mod sender_parameters;

pub use drop_counts::DropCounts;
pub use drop_reason::DropReason;
pub use engine::MediaEngine;
pub use feedback_support::FeedbackSupport;
pub use jitter_buffer::JitterBufferConfig;
pub use jitter_buffer_state::JitterBufferState;
pub use media_config::MediaConfig;
pub use media_event::MediaEvent;
pub use packet_kind::PacketKind;
pub use payload_format::PayloadFormat;
pub use payload_type::PayloadType;
pub use received_frame::ReceivedFrame;
pub use received_packet::ReceivedPacket;
pub use receiver::ReceiverStatistics;
pub use receiver_parameters::ReceiverParameters;
pub use retransmission_type::RetransmissionType;
pub use send_error::SendError;
pub use sender::{RemoteReception, SenderStatistics};
pub use sender_parameters::SenderParameters;

use report_kind::ReportKind;
