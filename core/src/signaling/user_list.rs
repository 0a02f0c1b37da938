//! The payload of `USER_LIST`.

use super::body_writer::BodyWriter;
use super::fields::Fields;
use super::limits::MAX_USERS_IN_LIST;
use super::{MessageError, UserListKind, UserPresence, UserState};

/// The users a client may call, or the request for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserList {
    /// A request, the whole, or changes.
    pub kind: UserListKind,
    /// The users, in the order in which they are to be applied; empty in a request. At most
    /// [`MAX_USERS_IN_LIST`].
    pub users: Vec<UserPresence>,
}

impl UserList {
    /// The request for the full list.
    pub const fn request() -> UserList {
        UserList { kind: UserListKind::Request, users: Vec::new() }
    }

    pub(super) fn write(&self, writer: &mut BodyWriter<'_>) {
        let Some(kind) = self.kind.word() else {
            return;
        };
        writer.text("kind", kind);
        for presence in &self.users {
            writer.text(presence.state.word(), &presence.user);
        }
    }

    pub(super) fn read(fields: Fields<'_>) -> Result<UserList, MessageError> {
        let Some(kind) = fields.word("kind", UserListKind::from_word)? else {
            return Ok(UserList::request());
        };
        let mut users = Vec::new();
        for (key, raw) in fields.iter() {
            if let Some(state) = UserState::from_word(key) {
                if users.len() == MAX_USERS_IN_LIST {
                    return Err(MessageError::TooManyUsers);
                }
                users.push(UserPresence::new(super::escape::unescape(raw)?, state));
            }
        }
        Ok(UserList { kind, users })
    }
}
