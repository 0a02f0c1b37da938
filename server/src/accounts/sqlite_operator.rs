//! What an operator does, in SQLite.

use rusqlite::Connection;

use super::sqlite_accounts::{delete_account, insert_account};
use super::sqlite_invitations::guests_sessions;
use super::sqlite_sessions::end_sessions;
use super::{OperatorStore, SqliteStore, StoreError};
use crate::hub::AccountChange;

const ADDED: &str = "added";
const REVOKED: &str = "revoked";
const DELETED: &str = "deleted";

impl OperatorStore for SqliteStore {
    fn add_accounts(
        &mut self,
        now: u64,
        accounts: &[(String, String)],
    ) -> Result<Vec<bool>, StoreError> {
        self.write(|transaction| {
            let add = |(name, password_hash): &(String, String)| {
                let is_added = insert_account(transaction, now, name, password_hash)?;
                if is_added {
                    note(transaction, name, ADDED)?;
                }
                Ok(is_added)
            };
            accounts.iter().map(add).collect()
        })
    }

    fn set_disabled(&mut self, name: &str, is_disabled: bool) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let update = "UPDATE accounts SET disabled = ?2 \
                          WHERE name = ?1 AND name = ?1 COLLATE BINARY";
            let is_there = transaction.execute(update, (name, is_disabled))? == 1;
            if is_there && is_disabled {
                end_sessions(transaction, name)?;
                note(transaction, name, REVOKED)?;
                end_guests(transaction, name)?;
            }
            Ok(is_there)
        })
    }

    fn set_password(&mut self, name: &str, password_hash: &str) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let update = "UPDATE accounts SET password_hash = ?2 \
                          WHERE name = ?1 AND name = ?1 COLLATE BINARY";
            let is_there = transaction.execute(update, [name, password_hash])? == 1;
            if is_there {
                end_sessions(transaction, name)?;
                note(transaction, name, REVOKED)?;
            }
            Ok(is_there)
        })
    }

    fn remove_account(&mut self, name: &str) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let was_there = delete_account(transaction, name, None)?;
            if was_there {
                note(transaction, name, DELETED)?;
            }
            Ok(was_there)
        })
    }

    fn take_changes(&mut self, count: usize) -> Result<Vec<AccountChange>, StoreError> {
        // Asked now and then without a reason: whoever writes is not waited for.
        let any = "SELECT EXISTS (SELECT 1 FROM outside_changes)";
        if !self.connection.prepare_cached(any)?.query_row([], |row| row.get(0))? {
            return Ok(Vec::new());
        }
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.write(|transaction| take_changes(transaction, count))
    }
}

/// The sessions of guests go with the invitations they entered by.
fn end_guests(transaction: &Connection, inviter: &str) -> rusqlite::Result<()> {
    let guests = "SELECT id, guest FROM sessions WHERE account = ?1 AND guest IS NOT NULL";
    for guest in guests_sessions(transaction, guests, [inviter])? {
        note(transaction, &guest.user, REVOKED)?;
    }
    let delete = "DELETE FROM invitations WHERE inviter = ?1";
    transaction.prepare_cached(delete)?.execute([inviter]).map(drop)
}

fn note(transaction: &Connection, name: &str, kind: &str) -> rusqlite::Result<()> {
    let insert = "INSERT INTO outside_changes (name, kind) VALUES (?1, ?2)";
    transaction.prepare_cached(insert)?.execute([name, kind]).map(drop)
}

fn take_changes(transaction: &Connection, count: i64) -> rusqlite::Result<Vec<AccountChange>> {
    let query = "SELECT number, name, kind FROM outside_changes ORDER BY number LIMIT ?1";
    let mut statement = transaction.prepare_cached(query)?;
    let mut rows = statement.query([count])?;
    let (mut changes, mut last) = (Vec::new(), 0_i64);
    while let Some(row) = rows.next()? {
        last = row.get(0)?;
        let (name, kind): (String, String) = (row.get(1)?, row.get(2)?);
        changes.push(match kind.as_str() {
            ADDED => AccountChange::Added(name),
            DELETED => AccountChange::Deleted(name),
            _ => AccountChange::Revoked(name),
        });
    }
    let forget = "DELETE FROM outside_changes WHERE number <= ?1";
    transaction.prepare_cached(forget)?.execute([last])?;
    Ok(changes)
}
