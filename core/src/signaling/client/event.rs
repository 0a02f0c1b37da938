//! What a client tells its application.

use crate::sdp::{CandidateInit, DescriptionKind};

use super::super::{CallEndReason, ErrorCode, MessageType, MissedCall, Token};
use super::CallRole;

/// Something that happened in a client.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event {
    /// The account was made. It is not logged in yet.
    Registered {
        /// The account's name.
        user: String,
    },
    /// Logged in.
    LoggedIn {
        /// As whom.
        user: String,
    },
    /// Logged in again by [`super::Command::Resume`].
    Resumed {
        /// As whom.
        user: String,
    },
    /// [`super::Client::session`] has changed.
    SessionChanged,
    /// The password was changed, and every other session of the user is over.
    PasswordChanged,
    /// The account was deleted, and with it the login.
    AccountDeleted,
    /// An invitation was made.
    Invitation {
        /// With this code guests enter.
        code: Token,
        /// How long it is good, in seconds.
        lifetime: u64,
    },
    /// The invitation is void.
    InvitationRevoked,
    /// A call was missed. Told when the server has kept it, and again after every login until
    /// [`super::Command::ForgetMissedCalls`]; its number says which it is.
    MissedCall(MissedCall),
    /// Logged out.
    LoggedOut,
    /// [`super::Client::users`] has changed. Several changes may be one event.
    UsersChanged,
    /// The invitation rings at the callee.
    Ringing {
        /// The callee.
        user: String,
    },
    /// A user calls: accept or reject it.
    IncomingCall {
        /// The caller.
        user: String,
        /// The name that the caller goes by, if it is a guest.
        name: Option<String>,
    },
    /// The call stands. The caller makes the offer.
    CallAccepted {
        /// The other party.
        user: String,
        /// Which end this client is.
        role: CallRole,
    },
    /// The callee declined.
    CallRejected {
        /// The callee.
        user: String,
    },
    /// The call is over, by the other party or by the server.
    CallEnded {
        /// The other party.
        user: String,
        /// Why.
        reason: CallEndReason,
    },
    /// The connection of one side was lost: the call's media may go on, but nothing passes through
    /// the server until [`Event::CallResumed`]. [`super::Command::EndCall`] when the media end.
    CallDetached {
        /// The other party.
        user: String,
    },
    /// The detached call stands at the server again. What was sent when the connection broke may
    /// be lost: negotiate anew what was not agreed.
    CallResumed {
        /// The other party.
        user: String,
    },
    /// A description of the other party.
    RemoteDescription {
        /// Offer or answer.
        kind: DescriptionKind,
        /// The description, RFC 8866.
        sdp: String,
    },
    /// A candidate of the other party, RFC 8838.
    RemoteCandidate(CandidateInit),
    /// The server refused a request, or says why it closes the connection. After
    /// [`ErrorCode::TakenOver`], do not connect again by yourself.
    Refused {
        /// The type of the request, if the refusal is of one.
        request: Option<MessageType>,
        /// Why, for a program.
        code: ErrorCode,
        /// Why, in a sentence for a person.
        text: String,
    },
    /// The server gives no sign of life: close the connection, and say so with
    /// [`super::Client::handle_disconnected`].
    ServerSilent,
    /// The connection to the server is gone, and with it the login.
    ConnectionLost,
    /// The server does not follow the protocol: the connection should be closed.
    ProtocolError {
        /// What is wrong.
        text: String,
    },
}
