//! Invitations in SQLite, and the sessions of those who enter by them.

use rusqlite::{OptionalExtension, Transaction};

use super::sqlite_sessions::forget_expired;
use super::sqlite_store::{from_sql, to_sql};
use super::{GuestEntry, InvitationStore, SqliteStore, StoreError, TokenDigest};
use crate::hub::SessionId;

impl SqliteStore {
    /// Most invitations of an account. One more, and the oldest ends.
    pub(super) const INVITATIONS_OF_ACCOUNT: u32 = 16;

    /// Most sessions of an account's guests. One more, and the oldest ends.
    pub(super) const GUESTS_OF_ACCOUNT: u32 = 64;
}

impl InvitationStore for SqliteStore {
    fn invite(
        &mut self,
        now: u64,
        inviter: &str,
        code_hash: &[u8; 32],
        expires_at: u64,
    ) -> Result<bool, StoreError> {
        self.write(|transaction| {
            forget_expired(transaction, now)?;
            let insert = "INSERT INTO invitations (inviter, code_hash, expires_at) \
                          SELECT name, ?2, ?3 FROM accounts WHERE name = ?1 \
                          AND name = ?1 COLLATE BINARY AND disabled = 0";
            let row = (inviter, code_hash, to_sql(expires_at));
            let is_kept = transaction.prepare_cached(insert)?.execute(row)? == 1;
            let oldest = "DELETE FROM invitations WHERE id IN (SELECT id FROM invitations \
                          WHERE inviter = ?1 ORDER BY id DESC LIMIT -1 OFFSET ?2)";
            let most = SqliteStore::INVITATIONS_OF_ACCOUNT;
            transaction.prepare_cached(oldest)?.execute((inviter, most))?;
            Ok(is_kept)
        })
    }

    fn revoke_invitation(
        &mut self,
        inviter: &str,
        code_hash: &[u8; 32],
    ) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let delete = "DELETE FROM invitations WHERE inviter = ?1 AND code_hash = ?2";
            Ok(transaction.prepare_cached(delete)?.execute((inviter, code_hash))? == 1)
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
            let Some(entry) = entry else {
                return Ok(None);
            };
            let oldest = "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions \
                          WHERE account = ?1 AND guest IS NOT NULL \
                          ORDER BY id DESC LIMIT -1 OFFSET ?2)";
            let most = SqliteStore::GUESTS_OF_ACCOUNT;
            transaction.prepare_cached(oldest)?.execute((&entry.inviter, most))?;
            Ok(Some(entry))
        })
    }
}

fn insert_guest(
    transaction: &Transaction<'_>,
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
        Ok(GuestEntry { session, inviter: row.get(1)?, expires_at: from_sql(row.get(2)?) })
    });
    entry.optional()
}
