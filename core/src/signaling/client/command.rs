//! What an application asks of a client.

use crate::sdp::{CandidateInit, DescriptionKind};

use super::super::Credentials;

/// A command to a client: plain data. Those about the call mean the one that there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Make an account. [`super::Event::Registered`] follows.
    Register(Credentials),
    /// Log in. [`super::Event::LoggedIn`] follows.
    Login(Credentials),
    /// Log out, which ends the call. [`super::Event::LoggedOut`] follows.
    Logout,
    /// Ask for the full list of users again; after a login it comes without being asked for.
    ListUsers,
    /// Call a user. [`super::Event::Ringing`] follows.
    Invite {
        /// The callee.
        user: String,
    },
    /// Accept the incoming call. [`super::Event::CallAccepted`] follows; until then, and after it,
    /// only [`Command::EndCall`] ends it.
    Accept,
    /// Decline the incoming call. No event follows.
    Reject,
    /// Send a description to the other party.
    SendDescription {
        /// Offer or answer.
        kind: DescriptionKind,
        /// The description, RFC 8866.
        sdp: String,
    },
    /// Send a candidate to the other party.
    SendCandidate(CandidateInit),
    /// Hang up, or cancel the invitation, or let go of a detached call. No event follows.
    EndCall,
}
