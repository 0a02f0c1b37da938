//! The composer: routes datagrams, owns every engine, and is the core's one public face.

mod candidate_init;
mod command;
mod command_error;
mod datagram;
mod description_kind;
mod event;
mod input;
mod outgoing_frame;
mod received_frame;
mod transmit;

pub use candidate_init::CandidateInit;
pub use command::Command;
pub use command_error::CommandError;
pub use datagram::Datagram;
pub use description_kind::DescriptionKind;
pub use event::Event;
pub use input::Input;
pub use outgoing_frame::OutgoingFrame;
pub use received_frame::ReceivedFrame;
pub use transmit::Transmit;
