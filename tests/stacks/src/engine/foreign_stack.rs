//! What is asked of another stack.

use std::fmt;
use std::net::SocketAddr;
use std::time::Instant;

use super::{Candidate, Told};

/// One end of another stack with one video section, as an application drives it. What goes wrong
/// with a description or a frame comes back as text.
pub trait ForeignStack: fmt::Debug + Send {
    /// A local candidate is known. The descriptions made from now on carry it.
    fn add_local_candidate(&mut self, candidate: &Candidate);

    /// Makes an offer, which restarts ICE if `restarts` is set.
    ///
    /// # Errors
    /// Why it cannot be made.
    fn create_offer(&mut self, now: Instant, restarts: bool) -> Result<String, String>;

    /// Takes an offer, and answers.
    ///
    /// # Errors
    /// Why it cannot be taken or answered.
    fn accept_offer(&mut self, now: Instant, sdp: &str) -> Result<String, String>;

    /// Takes the answer to the last offer.
    ///
    /// # Errors
    /// Why it cannot be taken.
    fn accept_answer(&mut self, now: Instant, sdp: &str) -> Result<(), String>;

    /// Takes a candidate of the other side: the attribute without `a=`.
    ///
    /// # Errors
    /// Why it cannot be taken.
    fn add_remote_candidate(&mut self, candidate: &str) -> Result<(), String>;

    /// Sends a frame in Annex B format, whose timestamp counts 90 kHz from the session's first.
    ///
    /// # Errors
    /// Why it cannot be sent.
    fn send_frame(&mut self, now: Instant, timestamp: u32, data: &[u8]) -> Result<(), String>;

    /// Asks the other side for a key frame.
    fn request_key_frame(&mut self, now: Instant);

    /// Takes a datagram.
    fn receive(&mut self, now: Instant, local: SocketAddr, remote: SocketAddr, payload: &[u8]);

    /// Time passes.
    fn tick(&mut self, now: Instant);

    /// Gives out all there is; when it wants to be called again.
    fn drain(&mut self, now: Instant, told: &mut Vec<Told>) -> Option<Instant>;

    /// Ends the session.
    fn close(&mut self, now: Instant);
}
