//! A log file that does not grow without bound.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// A file that is set aside under another name before it would get too long. `log` becomes `log.1`,
/// which becomes `log.2`, and so on; the oldest is dropped. Only their owner can read them.
///
/// What is given to one call of [`Write::write`] stays together. When the files cannot be moved,
/// nothing is written, and moving them is tried again with what comes next.
#[derive(Debug)]
pub struct RotatingFile {
    path: PathBuf,
    file: File,
    size: u64,
    max_size: u64,
    set_aside: u32,
}

impl RotatingFile {
    /// The file at `path`, to which is appended until it has `max_size` bytes. `set_aside` is how
    /// many others are kept beside it.
    ///
    /// # Errors
    /// What the system says if there is no such file.
    pub fn open(path: &Path, max_size: u64, set_aside: u32) -> io::Result<RotatingFile> {
        let file = open(path)?;
        let size = file.metadata()?.len();
        Ok(RotatingFile { path: path.to_owned(), file, size, max_size, set_aside })
    }

    fn rotate(&mut self) -> io::Result<()> {
        for number in (1..self.set_aside).rev() {
            match fs::rename(self.name(number), self.name(number + 1)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        if self.set_aside == 0 {
            self.file.set_len(0)?;
        } else {
            fs::rename(&self.path, self.name(1))?;
            self.file = open(&self.path)?;
        }
        self.size = 0;
        Ok(())
    }

    /// The name of the file that was set aside this many turns ago.
    fn name(&self, number: u32) -> PathBuf {
        let mut name = OsString::from(&self.path);
        name.push(format!(".{number}"));
        name.into()
    }
}

impl Write for RotatingFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let length = bytes.len() as u64;
        if self.size > 0 && self.size.saturating_add(length) > self.max_size {
            self.rotate()?;
        }
        self.file.write_all(bytes)?;
        self.size += length;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).create(true).mode(0o600).open(path)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn texts(path: &Path) -> Vec<String> {
        let mut files: Vec<PathBuf> = path
            .read_dir()
            .expect("readable")
            .map(|entry| entry.expect("an entry").path())
            .collect();
        files.sort();
        files.iter().map(|file| fs::read_to_string(file).expect("text")).collect()
    }

    #[test]
    fn the_newest_lines_are_kept_in_so_many_files_of_so_many_bytes() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("log");
        let mut file = RotatingFile::open(&path, 8, 2).expect("opened");
        for line in ["one\n", "two\n", "three\n", "four\n", "five\n", "six\n"] {
            file.write_all(line.as_bytes()).expect("written");
        }
        assert_eq!(texts(directory.path()), ["six\n", "five\n", "four\n"]);
        let mode = path.metadata().expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn what_was_written_before_a_start_counts() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("log");
        for line in ["one\n", "two\n", "three\n"] {
            let mut file = RotatingFile::open(&path, 8, 1).expect("opened");
            file.write_all(line.as_bytes()).expect("written");
        }
        assert_eq!(texts(directory.path()), ["three\n", "one\ntwo\n"]);
    }

    #[test]
    fn a_line_longer_than_a_file_has_one_of_its_own() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("log");
        let mut file = RotatingFile::open(&path, 2, 0).expect("opened");
        for line in ["one\n", "two\n"] {
            file.write_all(line.as_bytes()).expect("written");
        }
        assert_eq!(texts(directory.path()), ["two\n"]);
    }

    #[test]
    fn nothing_is_written_beyond_the_bound_when_files_cannot_be_moved() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("log");
        let mut file = RotatingFile::open(&path, 4, 1).expect("opened");
        file.write_all(b"one\n").expect("written");
        fs::create_dir_all(directory.path().join("log.1/in the way")).expect("made");
        assert!(file.write_all(b"two\n").is_err());
        fs::remove_dir_all(directory.path().join("log.1")).expect("removed");
        file.write_all(b"three\n").expect("written");
        assert_eq!(texts(directory.path()), ["three\n", "one\n"]);
    }
}
