//! How far a client is with the signalling server.

use roomrtc_core::signaling::client::{CallStage, Client};

/// How far a client is with the signalling server and with its call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallState {
    /// There is no connection to the server.
    Offline,
    /// The connection stands; nobody is logged in.
    Connected,
    /// Logged in, without a call.
    LoggedIn,
    /// A call rings, here or at the other party.
    Ringing,
    /// The call was accepted.
    Accepted,
    /// The call goes on without the server.
    Detached,
}

impl CallState {
    /// The state of a client.
    pub fn of(client: &Client) -> CallState {
        match client.call().map(|call| call.stage) {
            Some(CallStage::Ringing) => CallState::Ringing,
            Some(CallStage::Accepted) => CallState::Accepted,
            Some(CallStage::Detached) => CallState::Detached,
            None if client.user().is_some() => CallState::LoggedIn,
            None if client.is_connected() => CallState::Connected,
            None => CallState::Offline,
        }
    }
}
