//! The names of messages.

/// The type of a message: the first word of its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MessageType {
    /// A client's first message.
    Hello,
    /// The server takes the client.
    Welcome,
    /// Asks for a sign of life.
    Ping,
    /// The sign of life.
    Pong,
    /// Make an account.
    Register,
    /// Log in.
    Login,
    /// Log in again with a session's token.
    Resume,
    /// Log in as a guest.
    Enter,
    /// What resumes the login.
    Session,
    /// Change the password.
    ChangePassword,
    /// Delete the account.
    DeleteAccount,
    /// Make an invitation for guests.
    CreateInvitation,
    /// The invitation that was made.
    Invitation,
    /// Make an invitation void.
    RevokeInvitation,
    /// A call that was missed.
    MissedCall,
    /// Missed calls need not be told again.
    MissedCallsSeen,
    /// Log out.
    Logout,
    /// The other users and their states, or the request for them.
    UserList,
    /// Call a user.
    Invite,
    /// A user calls.
    IncomingCall,
    /// The callee accepts.
    AcceptCall,
    /// The callee declines.
    RejectCall,
    /// The caller's first description.
    Offer,
    /// The callee's first description.
    Answer,
    /// A later description of either.
    Sdp,
    /// A trickled candidate.
    Candidate,
    /// Hang up or cancel.
    EndCall,
    /// A call goes on after a connection was lost.
    RejoinCall,
    /// The call is over.
    CallEnded,
    /// A request was done.
    Ok,
    /// A request was refused.
    Error,
}

/// Every type and its name on the wire.
const NAMES: [(MessageType, &str); 31] = [
    (MessageType::Hello, "HELLO"),
    (MessageType::Welcome, "WELCOME"),
    (MessageType::Ping, "PING"),
    (MessageType::Pong, "PONG"),
    (MessageType::Register, "REGISTER"),
    (MessageType::Login, "LOGIN"),
    (MessageType::Resume, "RESUME"),
    (MessageType::Enter, "ENTER"),
    (MessageType::Session, "SESSION"),
    (MessageType::ChangePassword, "CHANGE_PASSWORD"),
    (MessageType::DeleteAccount, "DELETE_ACCOUNT"),
    (MessageType::CreateInvitation, "CREATE_INVITATION"),
    (MessageType::Invitation, "INVITATION"),
    (MessageType::RevokeInvitation, "REVOKE_INVITATION"),
    (MessageType::MissedCall, "MISSED_CALL"),
    (MessageType::MissedCallsSeen, "MISSED_CALLS_SEEN"),
    (MessageType::Logout, "LOGOUT"),
    (MessageType::UserList, "USER_LIST"),
    (MessageType::Invite, "INVITE"),
    (MessageType::IncomingCall, "INCOMING_CALL"),
    (MessageType::AcceptCall, "ACCEPT_CALL"),
    (MessageType::RejectCall, "REJECT_CALL"),
    (MessageType::Offer, "OFFER"),
    (MessageType::Answer, "ANSWER"),
    (MessageType::Sdp, "SDP"),
    (MessageType::Candidate, "CANDIDATE"),
    (MessageType::EndCall, "END_CALL"),
    (MessageType::RejoinCall, "REJOIN_CALL"),
    (MessageType::CallEnded, "CALL_ENDED"),
    (MessageType::Ok, "OK"),
    (MessageType::Error, "ERROR"),
];

impl MessageType {
    /// Every type, in the order of their declaration.
    pub fn all() -> impl Iterator<Item = MessageType> {
        NAMES.into_iter().map(|(known, _)| known)
    }

    /// Its name on the wire.
    pub const fn name(self) -> &'static str {
        NAMES[self as usize].1
    }

    /// The type of this name on the wire.
    pub fn from_name(name: &str) -> Option<MessageType> {
        NAMES.into_iter().find(|(_, known)| *known == name).map(|(known, _)| known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_its_own_name() {
        for (known, name) in NAMES {
            assert_eq!(known.name(), name);
            assert_eq!(MessageType::from_name(name), Some(known));
        }
        assert_eq!(MessageType::from_name("offer"), None);
    }
}
