//! The files of the log.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use roomrtc_server::rotation::RotatingFile;
use tracing::Level;
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::filter::Targets;

use super::LogStore;

/// The size at which the file is set aside, in bytes.
const MOST_BYTES: u64 = 2 * 1024 * 1024;

/// How many files that were set aside are kept.
const SET_ASIDE: u32 = 4;

/// Lines that wait to be written before more are left out of the files.
const MOST_WAITING: usize = 4 * 1024;

/// Windows of one user that have files of a log at the same time.
const MOST_WINDOWS: u32 = 8;

/// The files of the log, which only their owner reads, and the thread that writes them. Each window of a
/// user has files of its own. When this is dropped, what waits is written.
#[derive(Debug)]
pub struct LogFiles {
    folder: PathBuf,
    /// No other window writes to these files while this is held.
    _lock: File,
    /// Writes what waits when it is dropped.
    _thread: WorkerGuard,
}

impl LogFiles {
    /// The name of the newest file of the only window; older ones have a number behind it. The files of
    /// a second window are called `roomrtc-2.log`, and so on.
    pub const NAME: &str = "roomrtc.log";

    /// Opens the files in this folder, which is made if it is not there: the log that writes to them, too.
    ///
    /// # Errors
    /// What the system says if there is no such folder or file, or if very many windows are open.
    pub fn open(folder: &Path) -> io::Result<(LogStore, LogFiles)> {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        let (window, lock) = free_window(folder)?;
        let file = RotatingFile::open(&folder.join(name(window)), MOST_BYTES, SET_ASIDE)?;
        let builder = NonBlockingBuilder::default().lossy(true).thread_name("log");
        let (files, thread) = builder.buffered_lines_limit(MOST_WAITING).finish(file);
        let log_files = LogFiles { folder: folder.to_owned(), _lock: lock, _thread: thread };
        Ok((LogStore::with_files(files), log_files))
    }

    /// Where they are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The files of the log in a folder, of each window the newest first.
    pub fn paths(folder: &Path) -> Vec<PathBuf> {
        let of_window = |window| {
            let newest = name(window);
            let older = (1..=SET_ASIDE).map(|number| format!("{newest}.{number}"));
            std::iter::once(newest.clone()).chain(older.collect::<Vec<_>>())
        };
        let all = (1..=MOST_WINDOWS).flat_map(of_window).map(|name| folder.join(name));
        all.filter(|path| fs::symlink_metadata(path).is_ok_and(|file| file.is_file())).collect()
    }
}

fn name(window: u32) -> String {
    if window == 1 { LogFiles::NAME.to_owned() } else { format!("roomrtc-{window}.log") }
}

/// The first number that no other window has, which this one has as long as it holds the lock.
fn free_window(folder: &Path) -> io::Result<(u32, File)> {
    for window in 1..=MOST_WINDOWS {
        let path = folder.join(name(window)).with_extension("lock");
        let mut options = OpenOptions::new();
        let lock = options.write(true).create(true).truncate(false).mode(0o600).open(path)?;
        match lock.try_lock() {
            Ok(()) => return Ok((window, lock)),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Err(io::Error::other("too many windows are open"))
}

/// What is taken into the log at most: of this program details, of libraries warnings. One that speaks
/// WebSocket tells whole messages, with the passwords in them, to whoever wants everything.
pub fn most_logged() -> Targets {
    Targets::new().with_target("roomrtc", Level::DEBUG).with_default(Level::WARN)
}
