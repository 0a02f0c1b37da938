//! The directory of a server.

use std::fs::{DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::OpenError;

/// A directory that one server at a time uses, readable by its owner only.
///
/// It is locked as long as this exists; the system lets go of the lock when the process ends,
/// however it ends.
#[derive(Debug)]
pub struct DataDirectory {
    path: PathBuf,
    _lock: File,
}

impl DataDirectory {
    /// The directory at `path`, made if it does not exist, and locked.
    ///
    /// # Errors
    /// [`OpenError`] if it cannot be made or written, or if another server uses it.
    pub fn open(path: &Path) -> Result<DataDirectory, OpenError> {
        let made = DirBuilder::new().recursive(true).mode(0o700).create(path);
        made.map_err(|source| OpenError::Directory { path: path.to_owned(), source })?;
        let unwritable = |source| OpenError::Unwritable { path: path.to_owned(), source };
        let lock = private_file(&path.join("lock")).map_err(unwritable)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(OpenError::InUse { path: path.to_owned() });
            }
            Err(TryLockError::Error(source)) => return Err(unwritable(source)),
        }
        // SQLite gives the files beside its database the permissions of the database.
        private_file(&path.join(DataDirectory::ACCOUNTS)).map_err(unwritable)?;
        Ok(DataDirectory { path: path.to_owned(), _lock: lock })
    }

    /// The database of accounts in it, a file that exists.
    pub fn accounts(&self) -> PathBuf {
        self.path.join(DataDirectory::ACCOUNTS)
    }

    const ACCOUNTS: &str = "accounts.sqlite";
}

/// Opens a file, makes it if it does not exist, and takes it from everybody but its owner.
fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    let file =
        options.read(true).write(true).create(true).truncate(false).mode(0o600).open(path)?;
    file.set_permissions(Permissions::from_mode(0o600))?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::super::SqliteStore;
    use super::*;

    #[test]
    fn only_the_owner_can_read_what_is_in_it() {
        let parent = tempfile::tempdir().expect("a directory");
        let path = parent.path().join("one/two");
        let directory = DataDirectory::open(&path).expect("opened");
        let _store = SqliteStore::open(&directory.accounts()).expect("opened");
        let mode = |path: &Path| path.metadata().expect("it exists").permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o700);
        let files = path.read_dir().expect("readable");
        let modes: Vec<u32> = files.map(|file| mode(&file.expect("a file").path())).collect();
        assert!(modes.len() >= 3 && modes.iter().all(|mode| *mode == 0o600), "{modes:?}");
    }

    #[test]
    fn two_servers_do_not_share_it() {
        let parent = tempfile::tempdir().expect("a directory");
        let first = DataDirectory::open(parent.path()).expect("opened");
        let second = DataDirectory::open(parent.path());
        assert!(matches!(second, Err(OpenError::InUse { .. })), "{second:?}");
        drop(first);
        DataDirectory::open(parent.path()).expect("free again");
    }
}
