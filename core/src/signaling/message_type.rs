//! The names of messages.

/// The type of a message: the first word of its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MessageType {
    /// Make an account.
    Register,
    /// Log in.
    Login,
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
    /// The call is over.
    CallEnded,
    /// A request was done.
    Ok,
    /// A request was refused.
    Error,
}

impl MessageType {
    /// Every type.
    pub const ALL: [MessageType; 16] = [
        MessageType::Register,
        MessageType::Login,
        MessageType::Logout,
        MessageType::UserList,
        MessageType::Invite,
        MessageType::IncomingCall,
        MessageType::AcceptCall,
        MessageType::RejectCall,
        MessageType::Offer,
        MessageType::Answer,
        MessageType::Sdp,
        MessageType::Candidate,
        MessageType::EndCall,
        MessageType::CallEnded,
        MessageType::Ok,
        MessageType::Error,
    ];

    /// Its name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            MessageType::Register => "REGISTER",
            MessageType::Login => "LOGIN",
            MessageType::Logout => "LOGOUT",
            MessageType::UserList => "USER_LIST",
            MessageType::Invite => "INVITE",
            MessageType::IncomingCall => "INCOMING_CALL",
            MessageType::AcceptCall => "ACCEPT_CALL",
            MessageType::RejectCall => "REJECT_CALL",
            MessageType::Offer => "OFFER",
            MessageType::Answer => "ANSWER",
            MessageType::Sdp => "SDP",
            MessageType::Candidate => "CANDIDATE",
            MessageType::EndCall => "END_CALL",
            MessageType::CallEnded => "CALL_ENDED",
            MessageType::Ok => "OK",
            MessageType::Error => "ERROR",
        }
    }

    /// The type of this name on the wire.
    pub fn from_name(name: &str) -> Option<MessageType> {
        MessageType::ALL.into_iter().find(|known| known.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for known in MessageType::ALL {
            assert_eq!(MessageType::from_name(known.name()), Some(known));
        }
        assert_eq!(MessageType::from_name("offer"), None);
    }
}
