//! Whether a user can be called.

/// The state of a user; on the wire, the key under which the user is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UserState {
    /// Logged in, and in no call.
    Available,
    /// In a call, calling or being called.
    Busy,
    /// Not logged in.
    Offline,
    /// There is no such user any more, and the client forgets it.
    Deleted,
}

impl UserState {
    /// Every state.
    pub const ALL: [UserState; 4] =
        [UserState::Available, UserState::Busy, UserState::Offline, UserState::Deleted];

    /// Its word on the wire.
    pub const fn word(self) -> &'static str {
        match self {
            UserState::Available => "available",
            UserState::Busy => "busy",
            UserState::Offline => "offline",
            UserState::Deleted => "deleted",
        }
    }

    /// The state of this word on the wire.
    pub fn from_word(word: &str) -> Option<UserState> {
        UserState::ALL.into_iter().find(|known| known.word() == word)
    }
}
