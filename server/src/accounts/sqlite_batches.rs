//! Batches in SQLite: transactions, of which each thing done is a part.

use super::{BatchStore, SqliteStore, StoreError};

impl BatchStore for SqliteStore {
    fn begin_batch(&mut self) -> Result<(), StoreError> {
        self.take_back_batch()?;
        self.connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        Ok(())
    }

    fn end_batch(&mut self) -> Result<(), StoreError> {
        let ended = self.connection.prepare_cached("COMMIT")?.execute([]);
        if let Err(error) = ended {
            self.take_back_batch()?;
            return Err(error.into());
        }
        Ok(())
    }
}

impl SqliteStore {
    fn take_back_batch(&self) -> Result<(), StoreError> {
        if !self.connection.is_autocommit() {
            self.connection.prepare_cached("ROLLBACK")?.execute([])?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::AccountStore;
    use super::*;

    #[test]
    fn others_see_all_of_a_batch_and_nothing_before_it_ends() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("accounts.sqlite");
        let mut store = SqliteStore::open(&path).expect("opened");
        let other = SqliteStore::open_existing(&path).expect("opened");
        store.begin_batch().expect("begun");
        assert!(store.create(7, "alice", "hash").expect("created"));
        assert!(store.delete("alice", "hash").expect("deleted"));
        assert!(store.create(7, "bob", "hash").expect("created"));
        assert_eq!(other.names().expect("read"), [""; 0]);
        store.end_batch().expect("ended");
        assert_eq!(other.names().expect("read"), ["bob"]);
    }

    #[test]
    fn a_batch_that_nobody_has_ended_is_taken_back() {
        let mut store = SqliteStore::in_memory().expect("memory");
        store.begin_batch().expect("begun");
        assert!(store.create(7, "alice", "hash").expect("created"));
        store.begin_batch().expect("begun again");
        assert!(store.create(7, "bob", "hash").expect("created"));
        store.end_batch().expect("ended");
        assert_eq!(store.names().expect("read"), ["bob"]);
        assert!(store.end_batch().is_err(), "there is none");
    }

    #[test]
    fn what_fails_leaves_the_rest_of_the_batch() {
        let mut store = SqliteStore::in_memory().expect("memory");
        store.begin_batch().expect("begun");
        assert!(store.create(7, "alice", "hash").expect("created"));
        let failed = store.write(|connection| {
            connection.execute("UPDATE accounts SET password_hash = 'other'", [])?;
            connection.execute("INSERT INTO nowhere VALUES (1)", [])
        });
        assert!(failed.is_err());
        store.end_batch().expect("ended");
        let alice = store.account("alice").expect("read").expect("there");
        assert_eq!(alice.password_hash, "hash");
    }
}
