//! Why a call is over.

/// The `reason` of a `CALL_ENDED`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CallEndReason {
    /// The other party hung up.
    HungUp,
    /// The caller gave up before the call was accepted.
    Cancelled,
    /// The call was not accepted in time.
    NoAnswer,
    /// The other party logged out.
    LoggedOut,
    /// The server lost the other party's connection. Media between the two may still flow.
    ConnectionLost,
}

impl CallEndReason {
    /// Every reason.
    pub const ALL: [CallEndReason; 5] = [
        CallEndReason::HungUp,
        CallEndReason::Cancelled,
        CallEndReason::NoAnswer,
        CallEndReason::LoggedOut,
        CallEndReason::ConnectionLost,
    ];

    /// Its word on the wire.
    pub const fn word(self) -> &'static str {
        match self {
            CallEndReason::HungUp => "hung-up",
            CallEndReason::Cancelled => "cancelled",
            CallEndReason::NoAnswer => "no-answer",
            CallEndReason::LoggedOut => "logged-out",
            CallEndReason::ConnectionLost => "connection-lost",
        }
    }

    /// The reason of this word on the wire.
    pub fn from_word(word: &str) -> Option<CallEndReason> {
        CallEndReason::ALL.into_iter().find(|known| known.word() == word)
    }
}
