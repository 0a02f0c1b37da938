//! Accounts in SQLite.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::{OpenError, StoreError, migrations};

/// An SQLite database of accounts.
///
/// Several programs may have it open at the same time; who writes waits for who is writing.
#[derive(Debug)]
pub struct SqliteStore {
    pub(super) connection: Connection,
}

impl SqliteStore {
    /// How long to wait for another program that writes.
    const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

    /// Statements that are kept ready.
    const STATEMENTS: usize = 64;

    /// The database in this file, which is made if it does not exist, and brought up to date.
    ///
    /// # Errors
    /// [`OpenError`] if it cannot be opened or brought up to date.
    pub fn open(path: &Path) -> Result<SqliteStore, OpenError> {
        let wrap = |source| OpenError::Database { path: path.to_owned(), source };
        let connection = Connection::open(path).map_err(wrap)?;
        SqliteStore::prepare(connection, path, true)
    }

    /// The database in this file, which has to exist and be up to date. A server may have it open.
    ///
    /// # Errors
    /// [`OpenError`] if it cannot be opened, or a program of another version made it.
    pub fn open_existing(path: &Path) -> Result<SqliteStore, OpenError> {
        let wrap = |source| OpenError::Database { path: path.to_owned(), source };
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(wrap)?;
        SqliteStore::prepare(connection, path, false)
    }

    /// A database that is gone with the process.
    ///
    /// # Errors
    /// [`OpenError`] if SQLite does not work.
    pub fn in_memory() -> Result<SqliteStore, OpenError> {
        let path = Path::new(":memory:");
        let wrap = |source| OpenError::Database { path: path.to_owned(), source };
        SqliteStore::prepare(Connection::open_in_memory().map_err(wrap)?, path, true)
    }

    fn prepare(
        mut connection: Connection,
        path: &Path,
        may_migrate: bool,
    ) -> Result<SqliteStore, OpenError> {
        let wrap = |source| OpenError::Database { path: path.to_owned(), source };
        connection.busy_timeout(SqliteStore::BUSY_TIMEOUT).map_err(wrap)?;
        connection.set_prepared_statement_cache_capacity(SqliteStore::STATEMENTS);
        // FULL: in the write-ahead log, a commit is on the disk before it returns. What is deleted
        // is overwritten, so that it is not found in a copy of the file.
        let settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                        PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";
        connection.execute_batch(settings).map_err(wrap)?;
        let behavior = TransactionBehavior::Immediate;
        let transaction = connection.transaction_with_behavior(behavior).map_err(wrap)?;
        let found = migrations::format(&transaction).map_err(wrap)?;
        let known = migrations::KNOWN_FORMAT;
        let path = path.to_owned();
        if found > known {
            return Err(OpenError::TooNew { path, found, known });
        }
        if found < known && !may_migrate {
            return Err(OpenError::TooOld { path, found, known });
        }
        migrations::migrate(&transaction, found).map_err(wrap)?;
        transaction.commit().map_err(wrap)?;
        Ok(SqliteStore { connection })
    }

    /// Does `work` as a whole or not at all, as part of the batch if there is one. Outside of one it
    /// begins by waiting for who else writes, so that nothing it has read changes before it writes.
    pub(super) fn write<T>(
        &mut self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        if !self.connection.is_autocommit() {
            let part = self.connection.savepoint()?;
            let done = work(&part)?;
            part.commit()?;
            return Ok(done);
        }
        let behavior = TransactionBehavior::Immediate;
        let transaction = self.connection.transaction_with_behavior(behavior)?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }
}

/// Seconds since 1970 as SQLite keeps them.
pub(super) fn to_sql(seconds: u64) -> i64 {
    i64::try_from(seconds).unwrap_or(i64::MAX)
}

/// A number that is never negative, as SQLite kept it.
pub(super) fn from_sql(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::AccountStore;
    use super::*;

    #[test]
    fn accounts_are_there_after_opening_again() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("accounts.sqlite");
        let mut store = SqliteStore::open(&path).expect("opened");
        assert!(store.create(7, "alice", "hash").expect("created"));
        drop(store);
        let store = SqliteStore::open_existing(&path).expect("opened again");
        assert_eq!(store.names().expect("read"), ["alice"]);
    }

    #[test]
    fn a_database_of_a_newer_server_is_not_touched() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("accounts.sqlite");
        let connection = Connection::open(&path).expect("opened");
        connection.pragma_update(None, "user_version", 99).expect("written");
        drop(connection);
        let error = SqliteStore::open(&path).expect_err("refused");
        assert!(matches!(error, OpenError::TooNew { found: 99, .. }), "{error}");
    }

    #[test]
    fn a_file_that_is_no_database_is_said_to_be_none() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("accounts.sqlite");
        std::fs::write(&path, "something else, long enough to look at".repeat(99))
            .expect("written");
        let error = SqliteStore::open(&path).expect_err("refused").to_string();
        assert!(error.ends_with("file is not a database"), "{error}");
    }

    #[test]
    fn who_may_not_bring_it_up_to_date_says_so() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("accounts.sqlite");
        let error = SqliteStore::open_existing(&path).expect_err("there is none");
        assert!(matches!(error, OpenError::Database { .. }), "{error}");
        drop(Connection::open(&path).expect("made").execute_batch("VACUUM"));
        let error = SqliteStore::open_existing(&path).expect_err("refused");
        assert!(matches!(error, OpenError::TooOld { found: 0, .. }), "{error}");
    }
}
