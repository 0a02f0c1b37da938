//! The messages.

use crate::sdp::{CandidateInit, DescriptionKind};

use super::{CallEndReason, Credentials, ErrorMessage, MessageType, UserList};

/// A message between a client and the server; the module's table says who sends which.
///
/// In every call message `user` is the other party: whom it is for when a client sends it, whom it
/// is from when the server does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Make an account.
    Register(Credentials),
    /// Log in.
    Login(Credentials),
    /// Log out.
    Logout,
    /// The other users and their states, or the request for them.
    UserList(UserList),
    /// Call a user.
    Invite {
        /// The callee.
        user: String,
    },
    /// A user calls.
    IncomingCall {
        /// The caller.
        user: String,
    },
    /// The callee accepts.
    AcceptCall {
        /// The other party.
        user: String,
    },
    /// The callee declines.
    RejectCall {
        /// The other party.
        user: String,
    },
    /// The caller's first description.
    Offer {
        /// The other party.
        user: String,
        /// The description, RFC 8866.
        sdp: String,
    },
    /// The callee's first description.
    Answer {
        /// The other party.
        user: String,
        /// The description, RFC 8866.
        sdp: String,
    },
    /// A later description.
    Sdp {
        /// The other party.
        user: String,
        /// Offer or answer.
        kind: DescriptionKind,
        /// The description, RFC 8866.
        sdp: String,
    },
    /// A trickled candidate, RFC 8838.
    Candidate {
        /// The other party.
        user: String,
        /// The candidate; end-of-candidates has an empty attribute.
        candidate: CandidateInit,
    },
    /// Hang up, or cancel while it rings.
    EndCall {
        /// The other party.
        user: String,
    },
    /// The call is over.
    CallEnded {
        /// The other party.
        user: String,
        /// Why.
        reason: CallEndReason,
    },
    /// A request was done.
    Ok {
        /// The type of the request.
        request: MessageType,
        /// The user whom the request named.
        user: Option<String>,
    },
    /// A request was refused.
    Error(ErrorMessage),
}

impl Message {
    /// Its type.
    pub const fn message_type(&self) -> MessageType {
        match self {
            Message::Register(_) => MessageType::Register,
            Message::Login(_) => MessageType::Login,
            Message::Logout => MessageType::Logout,
            Message::UserList(_) => MessageType::UserList,
            Message::Invite { .. } => MessageType::Invite,
            Message::IncomingCall { .. } => MessageType::IncomingCall,
            Message::AcceptCall { .. } => MessageType::AcceptCall,
            Message::RejectCall { .. } => MessageType::RejectCall,
            Message::Offer { .. } => MessageType::Offer,
            Message::Answer { .. } => MessageType::Answer,
            Message::Sdp { .. } => MessageType::Sdp,
            Message::Candidate { .. } => MessageType::Candidate,
            Message::EndCall { .. } => MessageType::EndCall,
            Message::CallEnded { .. } => MessageType::CallEnded,
            Message::Ok { .. } => MessageType::Ok,
            Message::Error(_) => MessageType::Error,
        }
    }
}
