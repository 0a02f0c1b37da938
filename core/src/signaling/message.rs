//! The messages.

use crate::sdp::{CandidateInit, DescriptionKind};

use super::{
    CallEndReason, CallNumber, Credentials, ErrorMessage, MessageType, MissedCall, Password, Token,
    UserList,
};

/// A message between a client and the server; the module's table says who sends which.
///
/// In every call message `user` is the other party: whom it is for when a client sends it, whom it
/// is from when the server does; and `call` is the number that the server gave the call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A client's first message.
    Hello {
        /// The newest version of the protocol that the client speaks.
        version: u32,
        /// What the client is, for the server's log.
        program: Option<String>,
    },
    /// The server takes the client.
    Welcome {
        /// The version of the protocol that is spoken from here on.
        version: u32,
        /// The silence after which either end pings, in seconds.
        heartbeat: u32,
    },
    /// Asks for a sign of life.
    Ping,
    /// The sign of life.
    Pong,
    /// Make an account.
    Register(Credentials),
    /// Log in.
    Login(Credentials),
    /// Log in again with the token of a session.
    Resume {
        /// The token. It is void once its successor was used.
        token: Token,
    },
    /// Log in as a guest of whoever made the invitation.
    Enter {
        /// The invitation's code.
        code: Token,
        /// The name to show: 1 to [`super::limits::MAX_GUEST_NAME`] bytes, no control characters.
        name: String,
    },
    /// What resumes this login on another connection.
    Session {
        /// The token.
        token: Token,
        /// How long the session lasts if it is not resumed, in seconds.
        lifetime: u64,
    },
    /// Change the password, which ends every other session of the user.
    ChangePassword {
        /// The password as it is.
        password: Password,
        /// The password as it is to be.
        new_password: Password,
    },
    /// Delete the account.
    DeleteAccount {
        /// The account's password.
        password: Password,
    },
    /// Make an invitation for guests.
    CreateInvitation,
    /// The invitation that was made.
    Invitation {
        /// Its code.
        code: Token,
        /// How long it is good, in seconds.
        lifetime: u64,
    },
    /// Make an invitation void.
    RevokeInvitation {
        /// Its code.
        code: Token,
    },
    /// A call that was missed.
    MissedCall(MissedCall),
    /// Missed calls up to this one need not be told again.
    MissedCallsSeen {
        /// The number of the newest of them.
        number: u64,
    },
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
        /// Which call.
        call: CallNumber,
        /// The name that the caller goes by, if it is a guest.
        name: Option<String>,
    },
    /// The callee accepts.
    AcceptCall {
        /// The other party.
        user: String,
        /// Which call.
        call: CallNumber,
    },
    /// The callee declines.
    RejectCall {
        /// The other party.
        user: String,
        /// Which call.
        call: CallNumber,
    },
    /// The caller's first description.
    Offer {
        /// The other party.
        user: String,
        /// Which call.
        call: CallNumber,
        /// The description, RFC 8866.
        sdp: String,
    },
    /// The callee's first description.
    Answer {
        /// The other party.
        user: String,
        /// Which call.
        call: CallNumber,
        /// The description, RFC 8866.
        sdp: String,
    },
    /// A later description.
    Sdp {
        /// The other party.
        user: String,
        /// Which call.
        call: CallNumber,
        /// Offer or answer.
        kind: DescriptionKind,
        /// The description, RFC 8866.
        sdp: String,
    },
    /// A trickled candidate, RFC 8838.
    Candidate {
        /// The other party.
        user: String,
        /// Which call.
        call: CallNumber,
        /// The candidate; end-of-candidates has an empty attribute.
        candidate: CandidateInit,
    },
    /// Hang up, or cancel while it rings.
    EndCall {
        /// The other party.
        user: String,
        /// Which call; none means that of the sender's last invitation on this connection, whatever
        /// became of it, as its answer may not have come.
        call: Option<CallNumber>,
    },
    /// The call with this user goes on, although its connection to the server was lost.
    RejoinCall {
        /// The other party.
        user: String,
        /// Which call.
        call: CallNumber,
    },
    /// The call is over.
    CallEnded {
        /// The other party.
        user: String,
        /// Which call.
        call: CallNumber,
        /// Why.
        reason: CallEndReason,
    },
    /// A request was done.
    Ok {
        /// The type of the request.
        request: MessageType,
        /// The user whom the request named.
        user: Option<String>,
        /// The call that an invitation made or met, or that was rejoined.
        call: Option<CallNumber>,
    },
    /// A request was refused.
    Error(ErrorMessage),
}

impl Message {
    /// Its type.
    pub const fn message_type(&self) -> MessageType {
        match self {
            Message::Hello { .. } => MessageType::Hello,
            Message::Welcome { .. } => MessageType::Welcome,
            Message::Ping => MessageType::Ping,
            Message::Pong => MessageType::Pong,
            Message::Resume { .. } => MessageType::Resume,
            Message::Enter { .. } => MessageType::Enter,
            Message::Session { .. } => MessageType::Session,
            Message::ChangePassword { .. } => MessageType::ChangePassword,
            Message::DeleteAccount { .. } => MessageType::DeleteAccount,
            Message::CreateInvitation => MessageType::CreateInvitation,
            Message::Invitation { .. } => MessageType::Invitation,
            Message::RevokeInvitation { .. } => MessageType::RevokeInvitation,
            Message::MissedCall(_) => MessageType::MissedCall,
            Message::MissedCallsSeen { .. } => MessageType::MissedCallsSeen,
            other => other.call_message_type(),
        }
    }

    const fn call_message_type(&self) -> MessageType {
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
            Message::RejoinCall { .. } => MessageType::RejoinCall,
            Message::CallEnded { .. } => MessageType::CallEnded,
            Message::Ok { .. } => MessageType::Ok,
            _ => MessageType::Error,
        }
    }
}
