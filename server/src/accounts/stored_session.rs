//! A session as it is kept.

use rusqlite::Row;
use subtle::ConstantTimeEq;

use super::TokenDigest;
use super::sqlite_store::from_sql;
use crate::hub::{SessionId, UserSession};

/// What the store knows of a session. Times are in seconds since 1970.
pub(super) struct StoredSession {
    pub(super) id: i64,
    /// The account; of a guest, the account of who invited it.
    pub(super) account: String,
    /// The name that a guest was given, and the one that it goes by.
    pub(super) guest: Option<(String, String)>,
    token_hash: [u8; 32],
    previous_hash: Option<[u8; 32]>,
    previous_until: i64,
    pub(super) expires_at: i64,
}

impl StoredSession {
    /// The columns of [`StoredSession::read`], in their order.
    pub(super) const COLUMNS: &str =
        "id, account, guest, guest_name, token_hash, previous_hash, previous_until, expires_at";

    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<StoredSession> {
        Ok(StoredSession {
            id: row.get(0)?,
            account: row.get(1)?,
            guest: row.get::<_, Option<String>>(2)?.zip(row.get(3)?),
            token_hash: row.get(4)?,
            previous_hash: row.get(5)?,
            previous_until: row.get(6)?,
            expires_at: row.get(7)?,
        })
    }

    /// Its number, and whose it is.
    pub(super) fn of_user(self) -> UserSession {
        let user = self.guest.map_or(self.account, |(guest, _)| guest);
        UserSession { session: SessionId(from_sql(self.id)), user }
    }

    /// Whether `presented`, which is of this session, resumes it at `now`.
    pub(super) fn is_resumed_by(&self, now: i64, presented: &TokenDigest) -> bool {
        let is = |hash: &[u8; 32]| bool::from(hash.ct_eq(&presented.token));
        let previous = self.previous_hash.filter(|_| now < self.previous_until);
        is(&self.token_hash) || previous.is_some_and(|hash| is(&hash))
    }
}
