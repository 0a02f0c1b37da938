//! Missed calls in SQLite.

use rusqlite::OptionalExtension;

use super::sqlite_store::{from_sql, to_sql};
use super::{MissedCallStore, SqliteStore, StoreError};
use roomrtc_core::signaling::MissedCall;

impl SqliteStore {
    /// Most missed calls of an account. One more, and the oldest is dropped.
    pub(super) const MISSED_CALLS: i64 = 100;
}

impl MissedCallStore for SqliteStore {
    fn missed_calls(&self, callee: &str) -> Result<Vec<MissedCall>, StoreError> {
        let query = "SELECT caller, at, number, name FROM missed_calls WHERE callee = ?1 \
                     ORDER BY number";
        let mut statement = self.connection.prepare_cached(query)?;
        let calls = statement.query_map([callee], |row| {
            let (at, number) = (from_sql(row.get(1)?), from_sql(row.get(2)?));
            Ok(MissedCall { user: row.get(0)?, at, number, name: row.get(3)? })
        })?;
        Ok(calls.collect::<Result<_, _>>()?)
    }

    fn note_missed_call(
        &mut self,
        at: u64,
        callee: &str,
        caller: &str,
        name: Option<&str>,
    ) -> Result<Option<u64>, StoreError> {
        self.write(|transaction| {
            let count = "UPDATE accounts SET missed_calls = missed_calls + 1 \
                         WHERE name = ?1 AND name = ?1 COLLATE BINARY RETURNING missed_calls";
            let mut statement = transaction.prepare_cached(count)?;
            let number: Option<i64> = statement.query_row([callee], |row| row.get(0)).optional()?;
            let Some(number) = number else {
                return Ok(None);
            };
            let insert = "INSERT INTO missed_calls (callee, number, caller, name, at) \
                          VALUES (?1, ?2, ?3, ?4, ?5)";
            let row = (callee, number, caller, name, to_sql(at));
            transaction.prepare_cached(insert)?.execute(row)?;
            let oldest = "DELETE FROM missed_calls WHERE callee = ?1 AND number <= ?2";
            let dropped = number.saturating_sub(SqliteStore::MISSED_CALLS);
            transaction.prepare_cached(oldest)?.execute((callee, dropped))?;
            Ok(Some(from_sql(number)))
        })
    }

    fn forget_missed_calls(&mut self, callee: &str, number: u64) -> Result<(), StoreError> {
        let delete = "DELETE FROM missed_calls WHERE callee = ?1 AND number <= ?2";
        let mut statement = self.connection.prepare_cached(delete)?;
        statement.execute((callee, to_sql(number)))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::AccountStore;
    use super::*;

    #[test]
    fn the_last_hundred_are_kept_and_numbers_are_never_used_again() {
        let mut store = SqliteStore::in_memory().expect("memory");
        assert!(store.create(7, "alice", "hash").expect("created"));
        for at in 1..=103 {
            let number = store.note_missed_call(at, "alice", "bob", None).expect("kept");
            assert_eq!(number, Some(at));
        }
        let calls = store.missed_calls("alice").expect("read");
        let numbers: Vec<u64> = calls.iter().map(|call| call.number).collect();
        assert_eq!(numbers, (4..=103).collect::<Vec<u64>>());
        store.forget_missed_calls("alice", 102).expect("forgotten");
        assert_eq!(store.missed_calls("alice").expect("read"), calls[99..]);
        store.forget_missed_calls("alice", u64::MAX).expect("forgotten");
        store.note_missed_call(200, "alice", "guest-a", Some("Zoë")).expect("kept");
        let calls = store.missed_calls("alice").expect("read");
        assert_eq!((calls.len(), calls[0].number, calls[0].at), (1, 104, 200));
        assert_eq!(calls[0].name.as_deref(), Some("Zoë"));
    }

    #[test]
    fn nothing_is_kept_for_nobody() {
        let mut store = SqliteStore::in_memory().expect("memory");
        assert_eq!(store.note_missed_call(1, "nobody", "bob", None).expect("no error"), None);
        assert!(store.missed_calls("nobody").expect("read").is_empty());
    }
}
