//! The composer: routes datagrams, owns every engine, and is the core's one public face.

mod command;
mod command_error;
mod datagram;
mod event;
mod input;
mod outgoing_frame;
mod received_frame;
mod transmit;

pub use crate::sdp::{CandidateInit, DescriptionKind};
pub use command::Command;
pub use command_error::CommandError;
pub use datagram::Datagram;
pub use event::Event;
pub use input::Input;
pub use outgoing_frame::OutgoingFrame;
pub use received_frame::ReceivedFrame;
pub use transmit::Transmit;
