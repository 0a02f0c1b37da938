//! RTCP packets, RFC 3550, 4585, 5104, 5506.
//!
//! Compound and reduced-size packets are iterated in place without allocation and written into
//! the caller's buffer: sender and receiver reports, source descriptions and BYE (RFC 3550
//! section 6), picture loss indication and generic NACK (RFC 4585 section 6), full intra request
//! (RFC 5104 section 4.3.1), and, only read, receiver estimated maximum bitrate
//! (draft-alvestrand-rmcat-remb) and transport-wide feedback
//! (draft-holmer-rmcat-transport-wide-cc-extensions).
//!
//! Left out: APP packets and all other types are recognised by their header and handed over as
//! unknown; of source descriptions only CNAME is written. When to send is decided in
//! [`crate::media`].

mod estimated_bitrate;
mod full_intra_request;
mod full_intra_request_entry;
mod generic_nack;
mod goodbye;
mod lost_sequence_numbers;
mod ntp_time;
mod packet;
mod packet_arrival;
mod packet_arrivals;
mod packet_error;
mod packet_header;
mod packets;
mod picture_loss_indication;
mod receiver_report;
mod report_block;
mod report_blocks;
mod sender_information;
mod sender_report;
mod source_description;
mod transport_feedback;
mod writer;

pub use estimated_bitrate::EstimatedBitrate;
pub use full_intra_request::FullIntraRequest;
pub use full_intra_request_entry::FullIntraRequestEntry;
pub use generic_nack::GenericNack;
pub use goodbye::Goodbye;
pub use lost_sequence_numbers::LostSequenceNumbers;
pub use ntp_time::NtpTime;
pub use packet::Packet;
pub use packet_arrival::PacketArrival;
pub use packet_arrivals::PacketArrivals;
pub use packet_error::PacketError;
pub use packet_header::PacketHeader;
pub use packets::Packets;
pub use picture_loss_indication::PictureLossIndication;
pub use receiver_report::ReceiverReport;
pub use report_block::ReportBlock;
pub use report_blocks::ReportBlocks;
pub use sender_information::SenderInformation;
pub use sender_report::SenderReport;
pub use source_description::SourceDescription;
pub use transport_feedback::TransportFeedback;
pub use writer::Writer;
