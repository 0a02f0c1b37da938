//! A client of a call: pure state between the signalling server, the session and the media.
//!
//! [`Client`] has no socket, thread or clock. Datagrams, stream events and commands go in;
//! datagrams, stream actions, frames and [`Effect`]s come out. [`ClientThread`] drives it on an
//! event loop and carries the effects out: it starts and feeds the codec's threads and tells the
//! application what happens. What is sent is opened when a call begins and closed when it ends, and can be
//! switched in between without a word to the other side.
//!
//! Names of multicast DNS that the other side's candidates have are resolved, if they are of the form of
//! draft-ietf-mmusic-mdns-ice-candidates; ours are offered and withdrawn by the call, if addresses are to
//! be hidden.
//!
//! With a server it is in the lobby, in a call that rings, or in a call; without one, descriptions
//! and candidates are the application's to carry. There is at most one call at a time, with a
//! session, keys and certificate of its own.
//!
//! A server that is lost once somebody was logged in is tried again, later and later, up to every half
//! minute; the login is resumed and the call, whose media know nothing of all that, is joined again. Not
//! tried again is a server that has another certificate than before, and one where this user was taken
//! over by another connection.

mod back_off;
mod call_end;
mod call_session;
mod call_summary;
mod calling;
mod candidate_names;
#[expect(clippy::module_inception, reason = "the client is what the module is about")]
mod client;
mod client_command;
mod client_event;
mod client_settings;
mod client_thread;
mod codec_counters;
mod commands;
mod decode_faults;
mod decoded_pictures;
mod effect;
mod end_notice;
mod event_sender;
mod files;
mod finished_call;
mod frame_line;
mod leftover;
mod line_place;
#[cfg(test)]
mod lost_description_tests;
mod media_link;
mod media_settings;
#[cfg(test)]
mod memory_call;
mod naming;
#[cfg(test)]
mod naming_tests;
mod negotiating;
#[cfg(test)]
mod negotiating_tests;
mod program_event;
mod recorder;
mod running_client;
mod server_address;
mod server_connection;
mod serving;
#[cfg(test)]
mod serving_tests;
mod signaling;
mod source_factory;
mod start_error;
#[cfg(test)]
mod tests;
mod tried_ways;

pub use call_end::CallEnd;
pub use call_summary::CallSummary;
pub use client::Client;
pub use client_command::ClientCommand;
pub use client_event::ClientEvent;
pub use client_settings::ClientSettings;
pub use client_thread::ClientThread;
pub use effect::Effect;
pub use event_sender::EventSender;
pub use finished_call::FinishedCall;
pub use leftover::Leftover;
pub use line_place::LinePlace;
pub use media_settings::MediaSettings;
pub use program_event::ProgramEvent;
pub use running_client::RunningClient;
pub use server_address::ServerAddress;
pub use source_factory::SourceFactory;
pub use start_error::StartError;
