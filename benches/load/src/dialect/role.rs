//! What a client is there for.

/// What a client does once it is connected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Nothing: it is there to have logged in.
    Visitor,
    /// It can be called, and is not.
    Idle,
    /// It wants to be told of everybody's presence, and tells its own.
    Watcher,
    /// It calls a user when it is told to.
    Caller {
        /// The other's number.
        other: u32,
    },
    /// It accepts the call of a user.
    Callee {
        /// The other's number.
        other: u32,
    },
}

impl Role {
    /// The other party of the call.
    pub const fn other(self) -> Option<u32> {
        match self {
            Role::Caller { other } | Role::Callee { other } => Some(other),
            Role::Visitor | Role::Idle | Role::Watcher => None,
        }
    }
}
