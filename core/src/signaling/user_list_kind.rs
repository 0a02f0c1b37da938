//! What a `USER_LIST` is.

/// How a `USER_LIST` is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UserListKind {
    /// A client asks for the full list. It has no field on the wire.
    Request,
    /// Replaces everything known so far.
    Full,
    /// Adds to and changes what is known.
    Changes,
}

impl UserListKind {
    /// Its word on the wire; a request has none.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            UserListKind::Request => None,
            UserListKind::Full => Some("full"),
            UserListKind::Changes => Some("changes"),
        }
    }

    /// The kind of this word on the wire.
    pub fn from_word(word: &str) -> Option<UserListKind> {
        [UserListKind::Full, UserListKind::Changes]
            .into_iter()
            .find(|known| known.word() == Some(word))
    }
}
