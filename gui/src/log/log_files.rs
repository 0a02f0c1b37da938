//! The files of the log.

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::DirBuilderExt;
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

/// The files of the log, which only their owner reads, and the thread that writes them. When this is
/// dropped, what waits is written.
#[derive(Debug)]
pub struct LogFiles {
    folder: PathBuf,
    /// Writes what waits when it is dropped.
    _thread: WorkerGuard,
}

impl LogFiles {
    /// The name of the newest file; older ones have a number behind it.
    pub const NAME: &str = "roomrtc.log";

    /// Opens the files in this folder, which is made if it is not there: the log that writes to them, too.
    ///
    /// # Errors
    /// What the system says if there is no such folder or file.
    pub fn open(folder: &Path) -> io::Result<(LogStore, LogFiles)> {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        let file = RotatingFile::open(&folder.join(LogFiles::NAME), MOST_BYTES, SET_ASIDE)?;
        let builder = NonBlockingBuilder::default().lossy(true).thread_name("log");
        let (files, thread) = builder.buffered_lines_limit(MOST_WAITING).finish(file);
        let log_files = LogFiles { folder: folder.to_owned(), _thread: thread };
        Ok((LogStore::with_files(files), log_files))
    }

    /// Where they are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The files of the log in a folder, the newest first.
    pub fn paths(folder: &Path) -> Vec<PathBuf> {
        let newest = folder.join(LogFiles::NAME);
        let older =
            (1..=SET_ASIDE).map(|number| folder.join(format!("{}.{number}", LogFiles::NAME)));
        let all = std::iter::once(newest).chain(older);
        all.filter(|path| fs::symlink_metadata(path).is_ok_and(|file| file.is_file())).collect()
    }
}

/// What is taken into the log at most: of this program details, of libraries warnings. One that speaks
/// WebSocket tells whole messages, with the passwords in them, to whoever wants everything.
pub fn most_logged() -> Targets {
    Targets::new().with_target("roomrtc", Level::DEBUG).with_default(Level::WARN)
}
