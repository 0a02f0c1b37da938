//! What a client notices.

use roomrtc_core::signaling::UserState;

/// Something a server told a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// It is logged in, and what it asked for at once is granted.
    LoggedIn,
    /// Its call is accepted.
    InCall,
    /// A description of the other party arrived, in every byte as it was sent.
    Relayed,
    /// The state of a user.
    State {
        /// The user's number.
        user: u32,
        /// Its state.
        state: UserState,
    },
}
