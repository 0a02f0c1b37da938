//! The composer: routes datagrams, owns every engine, and is the core's one public face.
//!
//! A [`Peer`] is one end of one session. It takes an [`Input`] at a time; then whoever drives it
//! takes out what there is: datagrams with [`Peer::poll_transmit`], events with
//! [`Peer::poll_event`], frames with [`Peer::poll_frame`]. [`Peer::deadline`] says when it wants to
//! be called again at the latest. There are no ordering rules, and draining is never required for
//! correctness. Input from the network never errs; noise is dropped and counted by [`DropReason`].
//!
//! The way of a datagram in: demultiplex (RFC 7983) → STUN | DTLS | SRTP → RTP or RTCP → reorder →
//! depacketize → frame. The way of a frame out: packetize → number → keep → protect → transmit.
//!
//! Left out: several transports (everything is bundled, RFC 9143), data channels, audio.

mod agreeing;
mod command;
mod command_error;
mod commanding;
mod composing;
mod datagram;
mod driving;
mod drop_counters;
mod drop_reason;
mod early_packets;
mod event;
mod input;
mod inspection;
mod key_log;
mod measuring;
mod media_agreeing;
mod media_statistics;
#[cfg(test)]
mod naming_tests;
mod outgoing_frame;
mod outgoing_packet;
mod packet_kind;
mod peer;
mod peer_config;
mod phase;
mod receiving;
mod renegotiation;
mod secure_media;
mod statistics;
#[cfg(test)]
mod tests;
mod transmit;
mod transmitting;

pub use crate::media::{ReceivedFrame, ReceivedPacket};
pub use crate::sdp::{CandidateInit, DescriptionKind, Direction};
pub use command::Command;
pub use command_error::CommandError;
pub use datagram::Datagram;
pub use drop_counters::DropCounters;
pub use drop_reason::DropReason;
pub use event::Event;
pub use input::Input;
pub use inspection::Inspection;
pub use key_log::KeyLog;
pub use media_statistics::MediaStatistics;
pub use outgoing_frame::OutgoingFrame;
pub use outgoing_packet::OutgoingPacket;
pub use packet_kind::PacketKind;
pub use peer::Peer;
pub use peer_config::PeerConfig;
pub use statistics::Statistics;
pub use transmit::Transmit;

use early_packets::EarlyPackets;
use phase::Phase;
use renegotiation::Renegotiation;
use secure_media::SecureMedia;
