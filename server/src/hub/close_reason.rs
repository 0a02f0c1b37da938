//! Why the hub has a connection closed.

/// Why a connection is to be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CloseReason {
    /// It did not log in in time.
    LoginTimeout,
    /// It did too much without logging in.
    TooManyAttempts,
    /// Too many connections are not logged in, and none of them has taken longer.
    TooManyConnections,
    /// A frame is broken, so the next one cannot be found.
    BrokenFrame,
    /// It does not read what it is sent.
    NotReading,
    /// Its first message was no `HELLO`.
    HelloExpected,
    /// It speaks no version of the protocol that the server does.
    UnsupportedVersion,
    /// It gave no sign of life.
    Silent,
    /// Its user has logged in on another connection.
    TakenOver,
    /// Its session was revoked.
    SessionRevoked,
}

impl CloseReason {
    /// Whether what waits for the connection should be sent first.
    pub const fn sends_the_rest(self) -> bool {
        !matches!(self, CloseReason::NotReading | CloseReason::Silent)
    }
}
