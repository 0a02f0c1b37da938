//! How a client of ours logs in.

use roomrtc_core::signaling::{Password, Token};

/// What is shown for a login.
#[derive(Clone, Debug)]
pub enum Login {
    /// The password, which the server hashes.
    Password(Password),
    /// The token of a session.
    Session(Token),
}
