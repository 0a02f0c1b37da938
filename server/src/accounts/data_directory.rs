//! The directory of a server.

use std::fs::{DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

use super::{ChangeBell, OpenError, SqliteStore};

/// A directory that one server at a time uses, readable by its owner only.
///
/// It is locked as long as this exists; the system lets go of the lock when the process ends,
/// however it ends. Other programs may work on the accounts beside a server
/// ([`DataDirectory::open_beside`]): the database itself keeps them apart.
#[derive(Debug)]
pub struct DataDirectory {
    path: PathBuf,
    bell: Option<ChangeBell>,
    _lock: File,
}

impl DataDirectory {
    const ACCOUNTS: &str = "accounts.sqlite";
    const LOCK: &str = "lock";
    const CHANGES: &str = "changes";

    /// The directory at `path`, made if it does not exist, and locked.
    ///
    /// # Errors
    /// [`OpenError`] if it cannot be made or written, or if another server uses it.
    pub fn open(path: &Path) -> Result<DataDirectory, OpenError> {
        let made = DirBuilder::new().recursive(true).mode(0o700).create(path);
        made.map_err(|source| OpenError::Directory { path: path.to_owned(), source })?;
        let unwritable = |source| OpenError::Unwritable { path: path.to_owned(), source };
        let lock = private_file(path, DataDirectory::LOCK).map_err(unwritable)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(OpenError::InUse { path: path.to_owned() });
            }
            Err(TryLockError::Error(source)) => return Err(unwritable(source)),
        }
        // SQLite gives the files beside its database the permissions of the database.
        private_file(path, DataDirectory::ACCOUNTS).map_err(unwritable)?;
        Ok(DataDirectory { path: path.to_owned(), bell: None, _lock: lock })
    }

    /// The accounts in the directory at `path`, to work on whether a server runs there or not. If
    /// none runs, what is missing is made and the database brought up to date, as a server would.
    ///
    /// # Errors
    /// [`OpenError`] if they cannot be opened, or a server of another version runs.
    pub fn open_beside(path: &Path) -> Result<SqliteStore, OpenError> {
        match DataDirectory::open(path) {
            // Let go of at once, so that a server can be started meanwhile.
            Ok(directory) => SqliteStore::open(&directory.accounts()),
            Err(OpenError::InUse { .. }) => {
                SqliteStore::open_existing(&path.join(DataDirectory::ACCOUNTS))
            }
            Err(error) => Err(error),
        }
    }

    /// The accounts in the directory at `path`, which has to exist and be as this program makes it.
    /// Nothing is made.
    ///
    /// # Errors
    /// [`OpenError`] if they cannot be opened.
    pub fn open_existing(path: &Path) -> Result<SqliteStore, OpenError> {
        SqliteStore::open_existing(&path.join(DataDirectory::ACCOUNTS))
    }

    /// The database of accounts in it, a file that exists.
    pub fn accounts(&self) -> PathBuf {
        self.path.join(DataDirectory::ACCOUNTS)
    }

    /// Hangs up the bell at which a server hears that other programs have changed the accounts.
    ///
    /// # Errors
    /// What the system says, for example of a path that is too long for a socket.
    pub fn hang_bell(&mut self) -> io::Result<&mut ChangeBell> {
        let bell = ChangeBell::bind(&self.path.join(DataDirectory::CHANGES))?;
        Ok(self.bell.insert(bell))
    }

    /// Has the bell silent until it rings again.
    pub fn quieten_bell(&self) {
        if let Some(bell) = &self.bell {
            bell.has_rung();
        }
    }

    /// Rings the bell of the directory at `path`. Says whether a server hears it.
    ///
    /// # Errors
    /// What the system says, unless it is that no server listens.
    pub fn ring_bell(path: &Path) -> io::Result<bool> {
        ChangeBell::ring(&path.join(DataDirectory::CHANGES))
    }

    /// What is wrong with the permissions of the directory at `path` and of what is in it, a
    /// sentence each. Everything belongs to who owns the directory, and to nobody else.
    ///
    /// # Errors
    /// What the system says if it cannot be read.
    pub fn complaints(path: &Path) -> io::Result<Vec<String>> {
        // The directory itself may be behind a link, as services have it.
        let path = path.canonicalize()?;
        let owner = path.metadata()?.uid();
        let mut complaints = Vec::new();
        look(&path, owner, &mut complaints)?;
        Ok(complaints)
    }
}

fn look(path: &Path, owner: u32, complaints: &mut Vec<String>) -> io::Result<()> {
    let found = path.symlink_metadata()?;
    let mode = found.mode() & 0o7777;
    if found.file_type().is_symlink() {
        complaints.push(format!("{} is a link to somewhere else", path.display()));
        return Ok(());
    }
    if mode & 0o077 != 0 {
        complaints.push(format!("others than its owner may use {}: {mode:o}", path.display()));
    }
    if found.uid() != owner {
        complaints.push(format!("{} belongs to another user than its directory", path.display()));
    }
    if found.is_dir() {
        for entry in path.read_dir()? {
            look(&entry?.path(), owner, complaints)?;
        }
    }
    Ok(())
}

/// Opens a file in `directory`, makes it if it does not exist, and takes it from everybody but the
/// directory's owner: an operator may be the first to come, and is root.
fn private_file(directory: &Path, name: &str) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).mode(0o600);
    let file = options.open(directory.join(name))?;
    let owner = directory.metadata()?;
    if file.metadata()?.uid() != owner.uid() {
        fchown(&file, Some(owner.uid()), Some(owner.gid()))?;
    }
    file.set_permissions(Permissions::from_mode(0o600))?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::super::AccountStore;
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
        assert_eq!(DataDirectory::complaints(&path).expect("readable"), [""; 0]);
    }

    #[test]
    fn what_others_may_read_is_told() {
        let parent = tempfile::tempdir().expect("a directory");
        let path = parent.path().join("data");
        let directory = DataDirectory::open(&path).expect("opened");
        let open = |path: &Path| std::fs::set_permissions(path, Permissions::from_mode(0o644));
        open(&directory.accounts()).expect("set");
        std::os::unix::fs::symlink("/nowhere", path.join("link")).expect("made");
        let mut complaints = DataDirectory::complaints(&path).expect("readable");
        complaints.sort();
        assert_eq!(complaints.len(), 2, "{complaints:?}");
        assert!(complaints[0].ends_with("link is a link to somewhere else"));
        assert!(complaints[1].ends_with("accounts.sqlite: 644"), "{complaints:?}");
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

    #[test]
    fn other_programs_work_beside_a_server_and_without_one() {
        let parent = tempfile::tempdir().expect("a directory");
        let mut alone = DataDirectory::open_beside(parent.path()).expect("opened");
        assert!(alone.create(7, "alice", "hash").expect("created"));
        let directory = DataDirectory::open(parent.path()).expect("a server starts meanwhile");
        let server = SqliteStore::open(&directory.accounts()).expect("opened");
        let mut beside = DataDirectory::open_beside(parent.path()).expect("opened");
        assert!(beside.create(8, "bob", "hash").expect("created"));
        assert_eq!(server.names().expect("read"), ["alice", "bob"]);
    }
}
