//! `roomrtc peer`: one end of a call without a server.
//!
//! Descriptions and candidates are JSON lines on standard input and output, in the browser's own
//! form: `{"type":"offer","sdp":"…"}` is an `RTCSessionDescriptionInit`, and
//! `{"candidate":"…","sdpMid":"0","sdpMLineIndex":0}` an `RTCIceCandidateInit`, whose last has an
//! empty `candidate`. What scripts make of these on the way is read too: [`LineReader`]. Lines such
//! as `{"command":"offer"}` ask something of this side: [`PeerCommand`].
//!
//! The order of lines does not matter, and nothing on them ends the program but a first description
//! that cannot be used. How it ends is told by its exit code: [`PeerFailure`].
//!
//! Left out: provisional answers (`pranswer`).

mod candidate_reading;
mod following;
mod line_error;
mod line_reader;
mod object_reading;
mod peer_command;
mod peer_failure;
mod peer_line;
mod peer_script;
mod run;
#[cfg(test)]
mod tests;

pub use line_error::LineError;
pub use line_reader::LineReader;
pub use peer_command::PeerCommand;
pub use peer_failure::PeerFailure;
pub use peer_line::PeerLine;
pub use peer_script::PeerScript;
pub use run::run;
