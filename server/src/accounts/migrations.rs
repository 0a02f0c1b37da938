//! What brings the database from one format to the next.

use rusqlite::Transaction;

/// The newest format that this server knows.
pub(super) const KNOWN_FORMAT: u32 = 4;

/// The steps, oldest first. Never change one that was released: add another.
const MIGRATIONS: [&str; KNOWN_FORMAT as usize] = [
    include_str!("0001_accounts.sql"),
    include_str!("0002_sessions.sql"),
    include_str!("0003_missed_calls.sql"),
    include_str!("0004_outside_changes.sql"),
];

/// The database's format: how many migrations it has seen.
pub(super) fn format(transaction: &Transaction<'_>) -> rusqlite::Result<u32> {
    transaction.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Brings a database of the format `found`, which is not newer than the newest, up to date.
pub(super) fn migrate(transaction: &Transaction<'_>, found: u32) -> rusqlite::Result<()> {
    let missing = MIGRATIONS.get(found as usize..).unwrap_or_default();
    for migration in missing {
        transaction.execute_batch(migration)?;
    }
    if missing.is_empty() {
        return Ok(());
    }
    transaction.pragma_update(None, "user_version", KNOWN_FORMAT)
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::super::{AccountStore, SqliteStore};
    use super::*;

    #[test]
    fn accounts_of_the_first_format_are_kept() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("accounts.sqlite");
        let old = Connection::open(&path).expect("made");
        old.execute_batch(MIGRATIONS[0]).expect("the first format");
        old.execute_batch("INSERT INTO accounts VALUES ('alice', 'hash', 7)").expect("kept");
        old.pragma_update(None, "user_version", 1).expect("written");
        drop(old);
        let store = SqliteStore::open(&path).expect("brought up to date");
        let alice = store.account("alice").expect("read").expect("there");
        assert!(alice.password_hash == "hash" && !alice.is_disabled);
        assert_eq!(store.accounts().expect("read")[0].created_at, 7);
        assert!(SqliteStore::open_existing(&path).is_ok());
    }
}
