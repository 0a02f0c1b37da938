//! Looking after the database: copies and checks.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::{BackupError, SqliteStore, StoreError};

impl SqliteStore {
    /// Copies the database as it is at one moment to a new file, which only its owner can read. A
    /// server may write at the same time. What is at `path` when this returns is whole and on the
    /// disk; if it fails there is nothing.
    ///
    /// # Errors
    /// [`BackupError`] if there is a file of that name, or the copy fails.
    pub fn back_up(&self, path: &Path) -> Result<(), BackupError> {
        let write = |source| BackupError::Write { path: path.to_owned(), source };
        if fs::symlink_metadata(path).is_ok() {
            return Err(BackupError::Exists(path.to_owned()));
        }
        let mut unfinished = path.as_os_str().to_owned();
        unfinished.push(".unfinished");
        let unfinished = PathBuf::from(unfinished);
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true).mode(0o600);
        let file = options.open(&unfinished).map_err(write)?;
        let copied = self.copy_to(&unfinished).and_then(|()| {
            file.sync_all().and_then(|()| keep(&unfinished, path)).map_err(|source| {
                match source.kind() {
                    io::ErrorKind::AlreadyExists => BackupError::Exists(path.to_owned()),
                    _ => write(source),
                }
            })
        });
        // After a success, it is the file's other name.
        let _ = fs::remove_file(&unfinished);
        copied
    }

    fn copy_to(&self, path: &Path) -> Result<(), BackupError> {
        let mut copy = Connection::open(path)?;
        copy.busy_timeout(Duration::from_secs(10))?;
        // All pages in one step: a reader of the log keeps nobody from writing.
        if Backup::new(&self.connection, &mut copy)?.step(-1)? != StepResult::Done {
            return Err(BackupError::Busy);
        }
        // One file, without a log beside it.
        copy.pragma_update(None, "journal_mode", "DELETE")?;
        match complaints(&copy)?.into_iter().next() {
            Some(complaint) => Err(BackupError::Damaged(complaint)),
            None => Ok(()),
        }
    }

    /// What is wrong with the database, a sentence each.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read.
    pub fn complaints(&self) -> Result<Vec<String>, StoreError> {
        Ok(complaints(&self.connection)?)
    }
}

/// Gives a file its name if that is free, and has the directory remember it.
fn keep(unfinished: &Path, path: &Path) -> io::Result<()> {
    fs::hard_link(unfinished, path)?;
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    File::open(parent.unwrap_or(Path::new(".")))?.sync_all()
}

fn complaints(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut complaints = Vec::new();
    let mut integrity = connection.prepare("PRAGMA integrity_check")?;
    for line in integrity.query_map([], |row| row.get::<_, String>(0))? {
        let line = line?;
        if line != "ok" {
            complaints.push(line);
        }
    }
    let mut references = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = references.query([])?;
    while let Some(row) = rows.next()? {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        complaints.push(format!("a row of {table} refers to one of {parent} that is not there"));
    }
    Ok(complaints)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::super::AccountStore;
    use super::*;

    #[test]
    fn a_copy_has_what_was_there_and_is_one_private_file() {
        let directory = tempfile::tempdir().expect("a directory");
        let mut store =
            SqliteStore::open(&directory.path().join("accounts.sqlite")).expect("opened");
        assert!(store.create(7, "alice", "hash").expect("created"));
        fs::create_dir(directory.path().join("copies")).expect("made");
        let path = directory.path().join("copies/copy");
        store.back_up(&path).expect("copied");
        assert!(store.create(8, "bob", "hash").expect("created"));
        assert_eq!(path.metadata().expect("there").permissions().mode() & 0o777, 0o600);
        let files = path.parent().expect("copies").read_dir().expect("readable").count();
        assert_eq!(files, 1);
        assert_eq!(SqliteStore::open(&path).expect("opened").names().expect("read"), ["alice"]);
    }

    #[test]
    fn a_file_that_is_there_is_left_as_it_is() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("copy");
        fs::write(&path, "precious").expect("written");
        let store = SqliteStore::in_memory().expect("memory");
        let error = store.back_up(&path).expect_err("refused");
        assert!(matches!(error, BackupError::Exists(_)), "{error}");
        assert_eq!(fs::read(&path).expect("there"), b"precious");
        let error = store.back_up(&directory.path().join("none/copy")).expect_err("refused");
        assert!(matches!(error, BackupError::Write { .. }), "{error}");
    }

    #[test]
    fn a_row_without_what_it_refers_to_is_told() {
        let store = SqliteStore::in_memory().expect("memory");
        assert_eq!(store.complaints().expect("read"), [""; 0]);
        store.connection.pragma_update(None, "foreign_keys", "OFF").expect("set");
        let orphan = "INSERT INTO missed_calls VALUES ('nobody', 1, 'bob', NULL, 7)";
        store.connection.execute(orphan, []).expect("written");
        let complaints = store.complaints().expect("read");
        let complaint = "a row of missed_calls refers to one of accounts that is not there";
        assert_eq!(complaints, [complaint]);
    }
}
