//! Sessions in SQLite.

use rusqlite::{Connection, OptionalExtension};

use super::sqlite_store::{from_sql, to_sql};
use super::stored_session::StoredSession;
use super::{Resumption, SessionStore, SqliteStore, StoreError, TokenDigest};
use crate::hub::SessionId;

impl SqliteStore {
    /// Most sessions of an account. One more, and the oldest ends.
    pub(super) const SESSIONS_OF_ACCOUNT: u32 = 16;

    /// How long a token is still taken after the answer that brought the next one: the answer may
    /// have got lost with its connection. In seconds.
    pub(super) const PREVIOUS_TOKEN: u64 = 60;
}

impl SessionStore for SqliteStore {
    fn begin_session(
        &mut self,
        now: u64,
        account: &str,
        password_hash: &str,
        token: &TokenDigest,
        expires_at: u64,
    ) -> Result<Option<SessionId>, StoreError> {
        self.write(|transaction| {
            forget_expired(transaction, now)?;
            let session = insert(transaction, account, password_hash, token, expires_at)?;
            let oldest = "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions \
                          WHERE account = ?1 AND guest IS NULL \
                          ORDER BY id DESC LIMIT -1 OFFSET ?2)";
            let most = SqliteStore::SESSIONS_OF_ACCOUNT;
            transaction.prepare_cached(oldest)?.execute((account, most))?;
            Ok(session)
        })
    }

    fn change_password(
        &mut self,
        account: &str,
        password_hash: &str,
        new_hash: &str,
        token: &TokenDigest,
        expires_at: u64,
    ) -> Result<Option<SessionId>, StoreError> {
        self.write(|transaction| {
            let update = "UPDATE accounts SET password_hash = ?3 WHERE name = ?1 \
                          AND name = ?1 COLLATE BINARY AND password_hash = ?2 AND disabled = 0";
            let hashes = (account, password_hash, new_hash);
            if transaction.prepare_cached(update)?.execute(hashes)? == 0 {
                return Ok(None);
            }
            end_sessions(transaction, account)?;
            insert(transaction, account, new_hash, token, expires_at)
        })
    }

    fn resume_session(
        &mut self,
        now: u64,
        presented: &TokenDigest,
        next: &TokenDigest,
        expires_at: u64,
    ) -> Result<Resumption, StoreError> {
        self.write(|transaction| {
            let Some(session) = find(transaction, now, presented)? else {
                return Ok(Resumption::Unknown);
            };
            if !session.is_resumed_by(to_sql(now), presented) {
                end(transaction, session.id)?;
                return Ok(Resumption::Replayed(session.of_user()));
            }
            let until = to_sql(now.saturating_add(SqliteStore::PREVIOUS_TOKEN));
            let ends =
                if session.guest.is_some() { session.expires_at } else { to_sql(expires_at) };
            let update = "UPDATE sessions SET token_hash = ?2, previous_hash = ?3, \
                          previous_until = ?4, expires_at = ?5 WHERE id = ?1";
            let row = (session.id, next.token, presented.token, until, ends);
            transaction.prepare_cached(update)?.execute(row)?;
            Ok(resumption(session))
        })
    }

    fn end_session(&mut self, session: SessionId) -> Result<(), StoreError> {
        self.write(|transaction| end(transaction, to_sql(session.0)))
    }
}

fn resumption(stored: StoredSession) -> Resumption {
    let session = SessionId(from_sql(stored.id));
    match stored.guest {
        None => Resumption::Account { session, user: stored.account },
        Some((guest, name)) => {
            let expires_at = from_sql(stored.expires_at);
            Resumption::Guest { session, guest, name, inviter: stored.account, expires_at }
        }
    }
}

fn insert(
    transaction: &Connection,
    account: &str,
    password_hash: &str,
    token: &TokenDigest,
    expires_at: u64,
) -> rusqlite::Result<Option<SessionId>> {
    let insert = "INSERT INTO sessions (account, family_hash, token_hash, expires_at) \
                  SELECT name, ?3, ?4, ?5 FROM accounts WHERE name = ?1 \
                  AND name = ?1 COLLATE BINARY AND password_hash = ?2 AND disabled = 0 \
                  RETURNING id";
    let row = (account, password_hash, token.family, token.token, to_sql(expires_at));
    let mut statement = transaction.prepare_cached(insert)?;
    let id = statement.query_row(row, |row| row.get(0)).optional()?;
    Ok(id.map(|id| SessionId(from_sql(id))))
}

fn find(
    transaction: &Connection,
    now: u64,
    presented: &TokenDigest,
) -> rusqlite::Result<Option<StoredSession>> {
    let columns = StoredSession::COLUMNS;
    let query = format!(
        "SELECT {columns} FROM sessions WHERE family_hash = ?1 AND expires_at > ?2 \
         AND (SELECT disabled FROM accounts WHERE name = account) = 0"
    );
    let mut statement = transaction.prepare_cached(&query)?;
    statement.query_row((presented.family, to_sql(now)), StoredSession::read).optional()
}

fn end(transaction: &Connection, id: i64) -> rusqlite::Result<()> {
    transaction.prepare_cached("DELETE FROM sessions WHERE id = ?1")?.execute([id]).map(drop)
}

/// Ends the account's own sessions; its guests' go on.
pub(super) fn end_sessions(transaction: &Connection, account: &str) -> rusqlite::Result<()> {
    let delete = "DELETE FROM sessions WHERE account = ?1 AND guest IS NULL";
    transaction.prepare_cached(delete)?.execute([account]).map(drop)
}

/// Forgets what has come to its end.
pub(super) fn forget_expired(transaction: &Connection, now: u64) -> rusqlite::Result<()> {
    let now = to_sql(now);
    transaction.prepare_cached("DELETE FROM sessions WHERE expires_at <= ?1")?.execute([now])?;
    let invitations = "DELETE FROM invitations WHERE expires_at <= ?1";
    transaction.prepare_cached(invitations)?.execute([now]).map(drop)
}
