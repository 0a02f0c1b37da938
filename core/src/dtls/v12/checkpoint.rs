//! Where a handshake can go back to.

use super::State;
use crate::dtls::handshake::Transcript;

/// A handshake as it was when the last flight of ours was sent, before anything of the peer's next
/// one was believed.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct Checkpoint {
    pub(in crate::dtls) state: State,
    pub(in crate::dtls) transcript: Transcript,
    /// The number of the peer's message that was due.
    pub(in crate::dtls) due: u16,
    /// The number of the next message to send.
    pub(in crate::dtls) next_sequence: u16,
}
