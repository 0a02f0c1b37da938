//! Why a request was refused.

/// The `code` of an `ERROR`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ErrorCode {
    /// The message could not be read.
    Malformed,
    /// The message is of no type that the server knows.
    UnknownType,
    /// The message is one that only the server sends.
    NotARequest,
    /// The request needs a login.
    NotLoggedIn,
    /// This connection is logged in, and the request is for one that is not.
    AlreadyLoggedIn,
    /// The user is logged in on another connection.
    LoggedInElsewhere,
    /// There is no such user, or the password is another.
    WrongCredentials,
    /// There is an account of this name.
    UserNameTaken,
    /// The name does not follow the grammar of user names.
    UserNameInvalid,
    /// The password is too short or too long.
    PasswordInvalid,
    /// There is no such user.
    UnknownUser,
    /// The user is not logged in.
    UserOffline,
    /// The user is in a call, calling or being called.
    UserBusy,
    /// A user cannot call itself.
    SelfCall,
    /// The one who asks is in a call, calling or being called.
    InCall,
    /// There is no such call, or it is not in a state for the request.
    NoCall,
    /// A description or a candidate is too long to be relayed.
    TooLong,
    /// So much waits for the user that no more is taken for it now.
    UserNotReading,
    /// The previous request of this connection is still being worked on.
    RequestPending,
    /// The connection was refused too often and is being closed.
    TooManyAttempts,
    /// The connection did not log in in time and is being closed.
    LoginTimeout,
    /// The server has too much to do now. The same request may succeed later.
    Overloaded,
    /// The server could not read or write its accounts.
    StorageFailed,
    /// The connection's first message has to be `HELLO`. It is being closed.
    HelloExpected,
    /// Client and server have no version of the protocol in common. The connection is being closed.
    UnsupportedVersion,
    /// The user has logged in on another connection, and this one is being closed. Connecting again by
    /// oneself would only take the user back.
    TakenOver,
    /// After too many wrong passwords the next try has to wait; the sentence says how long.
    TryLater,
    /// The token is of no session, or of one that is over.
    UnknownSession,
    /// The session was revoked, and its connection is being closed.
    SessionRevoked,
    /// The code is of no invitation, or of one that is over.
    UnknownInvitation,
    /// The name that a guest wants to go by is empty, too long, or has control characters.
    GuestNameInvalid,
    /// The request needs an account.
    NotForGuests,
    /// The one who invited has as many guests as one may have.
    TooManyGuests,
    /// The server is being stopped, and the connection closed.
    ServerStopping,
    /// The server is reached over TLS only, and the connection is being closed.
    TlsRequired,
}

/// Every code and its word on the wire.
const WORDS: [(ErrorCode, &str); 35] = [
    (ErrorCode::Malformed, "malformed"),
    (ErrorCode::UnknownType, "unknown-type"),
    (ErrorCode::NotARequest, "not-a-request"),
    (ErrorCode::NotLoggedIn, "not-logged-in"),
    (ErrorCode::AlreadyLoggedIn, "already-logged-in"),
    (ErrorCode::LoggedInElsewhere, "logged-in-elsewhere"),
    (ErrorCode::WrongCredentials, "wrong-credentials"),
    (ErrorCode::UserNameTaken, "user-name-taken"),
    (ErrorCode::UserNameInvalid, "user-name-invalid"),
    (ErrorCode::PasswordInvalid, "password-invalid"),
    (ErrorCode::UnknownUser, "unknown-user"),
    (ErrorCode::UserOffline, "user-offline"),
    (ErrorCode::UserBusy, "user-busy"),
    (ErrorCode::SelfCall, "self-call"),
    (ErrorCode::InCall, "in-call"),
    (ErrorCode::NoCall, "no-call"),
    (ErrorCode::TooLong, "too-long"),
    (ErrorCode::UserNotReading, "user-not-reading"),
    (ErrorCode::RequestPending, "request-pending"),
    (ErrorCode::TooManyAttempts, "too-many-attempts"),
    (ErrorCode::LoginTimeout, "login-timeout"),
    (ErrorCode::Overloaded, "overloaded"),
    (ErrorCode::StorageFailed, "storage-failed"),
    (ErrorCode::HelloExpected, "hello-expected"),
    (ErrorCode::UnsupportedVersion, "unsupported-version"),
    (ErrorCode::TakenOver, "taken-over"),
    (ErrorCode::TryLater, "try-later"),
    (ErrorCode::UnknownSession, "unknown-session"),
    (ErrorCode::SessionRevoked, "session-revoked"),
    (ErrorCode::UnknownInvitation, "unknown-invitation"),
    (ErrorCode::GuestNameInvalid, "guest-name-invalid"),
    (ErrorCode::NotForGuests, "not-for-guests"),
    (ErrorCode::TooManyGuests, "too-many-guests"),
    (ErrorCode::ServerStopping, "server-stopping"),
    (ErrorCode::TlsRequired, "tls-required"),
];

impl ErrorCode {
    /// Every code, in the order of their declaration.
    pub fn all() -> impl Iterator<Item = ErrorCode> {
        WORDS.into_iter().map(|(code, _)| code)
    }

    /// Its word on the wire.
    pub const fn word(self) -> &'static str {
        WORDS[self as usize].1
    }

    /// The code of this word on the wire.
    pub fn from_word(word: &str) -> Option<ErrorCode> {
        WORDS.into_iter().find(|(_, known)| *known == word).map(|(code, _)| code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_own_word() {
        for (code, word) in WORDS {
            assert_eq!(code.word(), word);
            assert_eq!(ErrorCode::from_word(word), Some(code));
        }
        assert_eq!(ErrorCode::from_word("none"), None);
    }
}
