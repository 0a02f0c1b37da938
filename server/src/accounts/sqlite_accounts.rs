//! Accounts in SQLite: making, reading and removing them.

use rusqlite::{Connection, OptionalExtension};

use super::sqlite_store::{from_sql, to_sql};
use super::{AccountListing, AccountStore, SqliteStore, StoreError, StoredAccount};

impl AccountStore for SqliteStore {
    fn names(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare("SELECT name FROM accounts ORDER BY name")?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    fn accounts(&self) -> Result<Vec<AccountListing>, StoreError> {
        let query = "SELECT name, created_at, disabled FROM accounts ORDER BY name";
        let mut statement = self.connection.prepare(query)?;
        let accounts = statement.query_map([], |row| {
            let created_at = from_sql(row.get(1)?);
            Ok(AccountListing { name: row.get(0)?, created_at, is_disabled: row.get(2)? })
        })?;
        Ok(accounts.collect::<Result<_, _>>()?)
    }

    fn account(&self, name: &str) -> Result<Option<StoredAccount>, StoreError> {
        let query = "SELECT password_hash, disabled FROM accounts \
                     WHERE name = ?1 AND name = ?1 COLLATE BINARY";
        let mut statement = self.connection.prepare_cached(query)?;
        let account = statement.query_row([name], |row| {
            Ok(StoredAccount { password_hash: row.get(0)?, is_disabled: row.get(1)? })
        });
        Ok(account.optional()?)
    }

    fn create(&mut self, now: u64, name: &str, password_hash: &str) -> Result<bool, StoreError> {
        Ok(insert_account(&self.connection, now, name, password_hash)?)
    }

    fn hash_anew(
        &mut self,
        name: &str,
        password_hash: &str,
        new_hash: &str,
    ) -> Result<bool, StoreError> {
        let update = "UPDATE accounts SET password_hash = ?3 \
                      WHERE name = ?1 AND name = ?1 COLLATE BINARY AND password_hash = ?2";
        let mut statement = self.connection.prepare_cached(update)?;
        Ok(statement.execute([name, password_hash, new_hash])? == 1)
    }

    fn delete(&mut self, name: &str, password_hash: &str) -> Result<bool, StoreError> {
        self.write(|transaction| delete_account(transaction, name, Some(password_hash)))
    }
}

/// Makes an account. Says whether its name was free.
pub(super) fn insert_account(
    connection: &Connection,
    now: u64,
    name: &str,
    password_hash: &str,
) -> rusqlite::Result<bool> {
    let insert = "INSERT INTO accounts (name, password_hash, created_at) VALUES (?1, ?2, ?3) \
                  ON CONFLICT (name) DO NOTHING";
    let mut statement = connection.prepare_cached(insert)?;
    Ok(statement.execute((name, password_hash, to_sql(now)))? == 1)
}

/// Removes an account with all that belongs to it and the calls from it that others have missed,
/// since its name may become another's. Says whether there was one of this password hash.
pub(super) fn delete_account(
    transaction: &Connection,
    name: &str,
    password_hash: Option<&str>,
) -> rusqlite::Result<bool> {
    let delete = "DELETE FROM accounts WHERE name = ?1 AND name = ?1 COLLATE BINARY \
                  AND (?2 IS NULL OR password_hash = ?2)";
    let was = transaction.prepare_cached(delete)?.execute((name, password_hash))? == 1;
    if was {
        let forget = "DELETE FROM missed_calls WHERE caller = ?1";
        transaction.prepare_cached(forget)?.execute([name])?;
    }
    Ok(was)
}

#[cfg(test)]
mod tests {
    use super::super::{MissedCallStore, OperatorStore};
    use super::*;

    fn store() -> SqliteStore {
        let mut store = SqliteStore::in_memory().expect("memory");
        assert!(store.create(7, "alice", "hash").expect("created"));
        store
    }

    #[test]
    fn a_name_that_differs_only_in_case_is_taken_and_does_not_log_in() {
        let mut store = store();
        assert!(!store.create(0, "Alice", "hash").expect("refused"));
        assert_eq!(store.account("Alice").expect("read"), None);
        assert_eq!(store.account("alice").expect("read").expect("there").password_hash, "hash");
        assert!(!store.delete("Alice", "hash").expect("none"));
        assert!(!store.remove_account("Alice").expect("none"));
    }

    #[test]
    fn only_the_hash_that_was_seen_is_replaced_or_deleted() {
        let mut store = store();
        assert!(!store.hash_anew("alice", "other", "new").expect("written"));
        assert!(!store.delete("alice", "other").expect("written"));
        assert!(store.hash_anew("alice", "hash", "new").expect("written"));
        assert!(store.delete("alice", "new").expect("written"));
        assert!(store.names().expect("read").is_empty());
    }

    #[test]
    fn what_a_deleted_account_did_is_forgotten() {
        let mut store = store();
        assert!(store.create(7, "bob", "hash").expect("created"));
        store.note_missed_call(8, "alice", "bob", None).expect("kept");
        store.note_missed_call(9, "bob", "alice", None).expect("kept");
        assert!(store.delete("bob", "hash").expect("deleted"));
        assert!(store.create(10, "bob", "hash").expect("created"));
        assert!(store.missed_calls("alice").expect("read").is_empty());
        assert!(store.missed_calls("bob").expect("read").is_empty());
    }
}
