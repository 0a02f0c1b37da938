//! Files that are read and replaced as a whole.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::{FileFault, open_secret};

/// No file here is longer, in bytes.
const LONGEST: u64 = 1024 * 1024;

/// The text of a file; `None` if it is not there.
pub(super) fn read(path: &Path) -> Result<Option<String>, FileFault> {
    match File::open(path) {
        Ok(file) => text_of(path, file).map(Some),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(FileFault::file(path)(error)),
    }
}

fn text_of(path: &Path, file: File) -> Result<String, FileFault> {
    let mut bytes = vec![];
    file.take(LONGEST + 1).read_to_end(&mut bytes).map_err(FileFault::file(path))?;
    if bytes.len() as u64 > LONGEST {
        return Err(FileFault::damaged(path));
    }
    String::from_utf8(bytes).map_err(|_| FileFault::damaged(path))
}

/// As [`read`], for a file with a secret: an error if others could read it, or if there is a link in its
/// place.
pub(super) fn read_secret(path: &Path) -> Result<Option<String>, FileFault> {
    let file = match open_secret(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        opened => opened.map_err(FileFault::file(path))?,
    };
    // Of what is open, which nobody can exchange for another meanwhile.
    let metadata = file.metadata().map_err(FileFault::file(path))?;
    if !metadata.is_file() {
        return Err(FileFault::damaged(path));
    }
    if metadata.permissions().mode() & 0o077 != 0 {
        return Err(FileFault::OpenToOthers { path: path.to_owned() });
    }
    text_of(path, file).map(Some)
}

/// Replaces a file: whoever reads meanwhile, also after a crash, reads the old one or the new one. Only its
/// owner can read it.
pub(super) fn replace(path: &Path, text: &str) -> Result<(), FileFault> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let new = path.with_extension(format!("new-{}", std::process::id()));
    let written = make_folder(folder)
        .and_then(|()| write_new(&new, text))
        .and_then(|()| fs::rename(&new, path))
        .and_then(|()| File::open(folder)?.sync_all());
    if written.is_err() {
        // One that was not begun is not there.
        let _ = fs::remove_file(&new);
    }
    written.map_err(FileFault::file(path))
}

/// Takes a file away. One that is not there is away.
pub(super) fn remove(path: &Path) -> Result<(), FileFault> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(FileFault::file(path)(error)),
        _ => Ok(()),
    }
}

/// Renames a file that cannot be read, in the place of one that was set aside before: its new name.
pub(super) fn set_aside(path: &Path) -> Result<PathBuf, FileFault> {
    let aside = path.with_extension("damaged");
    fs::rename(path, &aside).map(|()| aside).map_err(FileFault::file(path))
}

/// Does something while no other program changes the file. The lock is beside the file, which is replaced.
pub(super) fn locked<T>(
    path: &Path,
    change: impl FnOnce() -> Result<T, FileFault>,
) -> Result<T, FileFault> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let lock = make_folder(folder).and_then(|()| File::create(path.with_extension("lock")));
    let held = lock.and_then(|lock| lock.lock().map(|()| lock)).map_err(FileFault::file(path))?;
    let changed = change();
    drop(held);
    changed
}

fn make_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    // What a crash has left there may be open to others.
    let _ = fs::remove_file(path);
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
