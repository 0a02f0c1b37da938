//! Invitations in SQLite, and the sessions of those who enter by them.

use rusqlite::{Connection, OptionalExtension, Params};

use super::sqlite_sessions::forget_expired;
use super::sqlite_store::{from_sql, to_sql};
use super::{GuestEntry, InvitationStore, SqliteStore, StoreError, TokenDigest};
use crate::hub::{SessionId, UserSession};

impl SqliteStore {
    /// Most invitations of an account. One more, and the oldest ends.
    pub(super) const INVITATIONS_OF_ACCOUNT: u32 = 16;
}

impl InvitationStore for SqliteStore {
    fn invite(
        &mut self,
        now: u64,
        inviter: &str,
        code_hash: &[u8; 32],
        expires_at: u64,
    ) -> Result<Option<Vec<UserSession>>, StoreError> {
        self.write(|transaction| {
            forget_expired(transaction, now)?;
            let insert = "INSERT INTO invitations (inviter, code_hash, expires_at) \
                          SELECT name, ?2, ?3 FROM accounts WHERE name = ?1 \
                          AND name = ?1 COLLATE BINARY AND disabled = 0";
            let row = (inviter, code_hash, to_sql(expires_at));
            let is_kept = transaction.prepare_cached(insert)?.execute(row)? == 1;
            let oldest = "SELECT id FROM invitations WHERE inviter = ?1 \
                          ORDER BY id DESC LIMIT -1 OFFSET ?2";
            let most = SqliteStore::INVITATIONS_OF_ACCOUNT;
            let ended = end_invitations(transaction, oldest, (inviter, most))?;
            Ok(is_kept.then_some(ended))
        })
    }

    fn revoke_invitation(
        &mut self,
        inviter: &str,
        code_hash: &[u8; 32],
    ) -> Result<Vec<UserSession>, StoreError> {
        self.write(|transaction| {
            let which = "SELECT id FROM invitations WHERE inviter = ?1 AND code_hash = ?2";
            end_invitations(transaction, which, (inviter, code_hash))
        })
    }

    fn enter(
        &mut self,
        now: u64,
        code_hash: &[u8; 32],
        guest: &str,
        name: &str,
        token: &TokenDigest,
    ) -> Result<Option<GuestEntry>, StoreError> {
        self.write(|transaction| {
            let entry = insert_guest(transaction, now, code_hash, (guest, name), token)?;
            let Some(mut entry) = entry else {
                return Ok(None);
            };
            let others = "SELECT id, guest FROM sessions WHERE account = ?1 AND guest <> ?2 \
                          AND expires_at > ?3 ORDER BY id";
            let parameters = (&entry.inviter, guest, to_sql(now));
            entry.others = guests_sessions(transaction, others, parameters)?;
            Ok(Some(entry))
        })
    }
}

/// Ends the invitations that `which` selects, and with them the sessions of those who entered by
/// them, which are given back.
fn end_invitations(
    transaction: &Connection,
    which: &str,
    parameters: impl Params + Copy,
) -> rusqlite::Result<Vec<UserSession>> {
    let sessions = format!("SELECT id, guest FROM sessions WHERE invitation IN ({which})");
    let ended = guests_sessions(transaction, &sessions, parameters)?;
    let delete = format!("DELETE FROM invitations WHERE id IN ({which})");
    transaction.prepare_cached(&delete)?.execute(parameters)?;
    Ok(ended)
}

/// The sessions of guests that `query` selects by number and name.
pub(super) fn guests_sessions(
    transaction: &Connection,
    query: &str,
    parameters: impl Params,
) -> rusqlite::Result<Vec<UserSession>> {
    let mut statement = transaction.prepare_cached(query)?;
    let sessions = statement.query_map(parameters, |row| {
        Ok(UserSession { session: SessionId(from_sql(row.get(0)?)), user: row.get(1)? })
    })?;
    sessions.collect()
}

fn insert_guest(
    transaction: &Connection,
    now: u64,
    code_hash: &[u8; 32],
    (guest, name): (&str, &str),
    token: &TokenDigest,
) -> rusqlite::Result<Option<GuestEntry>> {
    let insert = "INSERT INTO sessions \
                  (account, guest, guest_name, invitation, family_hash, token_hash, expires_at) \
                  SELECT inviter, ?3, ?4, id, ?5, ?6, expires_at FROM invitations \
                  WHERE code_hash = ?1 AND expires_at > ?2 \
                  AND (SELECT disabled FROM accounts WHERE name = inviter) = 0 \
                  RETURNING id, account, expires_at";
    let row = (code_hash, to_sql(now), guest, name, token.family, token.token);
    let mut statement = transaction.prepare_cached(insert)?;
    let entry = statement.query_row(row, |row| {
        let session = SessionId(from_sql(row.get(0)?));
        let (inviter, expires_at) = (row.get(1)?, from_sql(row.get(2)?));
        Ok(GuestEntry { session, inviter, expires_at, others: Vec::new() })
    });
    entry.optional()
}
