//! Accounts in SQLite.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension, Transaction};

use super::{AccountStore, OpenError, StoreError};

/// The newest format that this server knows.
const KNOWN_FORMAT: u32 = 1;

/// What brings the database from one format to the next, oldest first. Never change one that was
/// released: add another.
const MIGRATIONS: [&str; KNOWN_FORMAT as usize] = [include_str!("0001_accounts.sql")];

/// An SQLite database of accounts.
#[derive(Debug)]
pub struct SqliteStore {
    connection: Connection,
}

impl SqliteStore {
    /// The database in this file, which is made if it does not exist.
    ///
    /// # Errors
    /// [`OpenError`] if it cannot be opened or brought up to date.
    pub fn open(path: &Path) -> Result<SqliteStore, OpenError> {
        let wrap = |source| OpenError::Database { path: path.to_owned(), source };
        let connection = Connection::open(path).map_err(wrap)?;
        SqliteStore::prepare(connection, path)
    }

    /// A database that is gone with the process.
    ///
    /// # Errors
    /// [`OpenError`] if SQLite does not work.
    pub fn in_memory() -> Result<SqliteStore, OpenError> {
        let path = Path::new(":memory:");
        let wrap = |source| OpenError::Database { path: path.to_owned(), source };
        SqliteStore::prepare(Connection::open_in_memory().map_err(wrap)?, path)
    }

    fn prepare(mut connection: Connection, path: &Path) -> Result<SqliteStore, OpenError> {
        let wrap = |source| OpenError::Database { path: path.to_owned(), source };
        // FULL: in the write-ahead log, a commit is on the disk before it returns.
        connection
            .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
            .map_err(wrap)?;
        let transaction = connection.transaction().map_err(wrap)?;
        let found = format(&transaction).map_err(wrap)?;
        let known = KNOWN_FORMAT;
        if found > known {
            return Err(OpenError::TooNew { path: path.to_owned(), found, known });
        }
        migrate(&transaction, found).map_err(wrap)?;
        transaction.commit().map_err(wrap)?;
        Ok(SqliteStore { connection })
    }
}

/// The database's format: how many migrations it has seen.
fn format(transaction: &Transaction<'_>) -> rusqlite::Result<u32> {
    transaction.query_row("PRAGMA user_version", [], |row| row.get(0))
}

fn migrate(transaction: &Transaction<'_>, found: u32) -> rusqlite::Result<()> {
    for migration in &MIGRATIONS[found as usize..] {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "user_version", KNOWN_FORMAT)
}

impl AccountStore for SqliteStore {
    fn names(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare("SELECT name FROM accounts ORDER BY name")?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    fn password_hash(&self, name: &str) -> Result<Option<String>, StoreError> {
        let query = "SELECT password_hash FROM accounts WHERE name = ?1 COLLATE BINARY";
        let mut statement = self.connection.prepare_cached(query)?;
        Ok(statement.query_row([name], |row| row.get(0)).optional()?)
    }

    fn create(
        &mut self,
        name: &str,
        password_hash: &str,
        created_at: u64,
    ) -> Result<bool, StoreError> {
        let insert = "INSERT INTO accounts (name, password_hash, created_at) VALUES (?1, ?2, ?3) \
                      ON CONFLICT (name) DO NOTHING";
        let created_at = i64::try_from(created_at).unwrap_or(i64::MAX);
        let mut statement = self.connection.prepare_cached(insert)?;
        Ok(statement.execute((name, password_hash, created_at))? == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_are_there_after_opening_again() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("accounts.sqlite");
        let mut store = SqliteStore::open(&path).expect("opened");
        assert!(store.create("alice", "hash", 7).expect("created"));
        drop(store);
        let store = SqliteStore::open(&path).expect("opened again");
        assert_eq!(store.names().expect("read"), ["alice"]);
        assert_eq!(store.password_hash("alice").expect("read").as_deref(), Some("hash"));
        assert_eq!(store.password_hash("bob").expect("read"), None);
    }

    #[test]
    fn a_name_that_differs_only_in_case_is_taken_and_does_not_log_in() {
        let mut store = SqliteStore::in_memory().expect("memory");
        assert!(store.create("alice", "hash", 0).expect("created"));
        assert!(!store.create("Alice", "hash", 0).expect("refused"));
        assert_eq!(store.password_hash("Alice").expect("read"), None);
    }

    #[test]
    fn a_database_of_a_newer_server_is_not_touched() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("accounts.sqlite");
        let connection = Connection::open(&path).expect("opened");
        connection.pragma_update(None, "user_version", 99).expect("written");
        drop(connection);
        let error = SqliteStore::open(&path).expect_err("refused");
        assert!(matches!(error, OpenError::TooNew { found: 99, known: 1, .. }), "{error}");
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
}
