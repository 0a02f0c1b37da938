//! Somebody who can be called.

use roomrtc_core::signaling::UserState;

/// Another user of the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name.
    pub name: String,
    /// Whether the user can be called.
    pub state: UserState,
    /// Whether it is the contact of "try it here" that sends one's picture back.
    pub is_echo: bool,
}
