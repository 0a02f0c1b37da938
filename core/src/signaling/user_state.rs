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
}

impl UserState {
    /// Every state.
    pub const ALL: [UserState; 3] = [UserState::Available, UserState::Busy, UserState::Offline];

    /// Its word on the wire.
    pub const fn word(self) -> &'static str {
        match self {
            UserState::Available => "available",
            UserState::Busy => "busy",
            UserState::Offline => "offline",
        }
    }

    /// The state of this word on the wire.
    pub fn from_word(word: &str) -> Option<UserState> {
        UserState::ALL.into_iter().find(|known| known.word() == word)
    }
}
