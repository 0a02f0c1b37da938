//! `roomrtc peer`: one end of a call without a server.
//!
//! Descriptions and candidates are JSON lines on standard input and output, in the browser's own
//! form: `{"type":"offer","sdp":"…"}` is an `RTCSessionDescriptionInit`, and
//! `{"candidate":"…","sdpMid":"0","sdpMLineIndex":0}` an `RTCIceCandidateInit`, whose last has an
//! empty `candidate`.

mod line_error;
mod peer_line;
mod peer_script;
mod run;

pub use line_error::LineError;
pub use peer_line::PeerLine;
pub use peer_script::PeerScript;
pub use run::run;
