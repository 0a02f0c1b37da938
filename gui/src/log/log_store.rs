//! The log as its threads share it.

use std::io::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tracing_appender::non_blocking::NonBlocking;

use super::log_contents::LogContents;
use super::{LogLine, LogRing};

/// The log as the threads that write it and the window share it. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct LogStore {
    contents: Arc<Mutex<LogContents>>,
}

impl LogStore {
    /// A log whose lines also go on this way to files.
    pub fn with_files(files: NonBlocking) -> LogStore {
        let contents = LogContents { files: Some(files), ..LogContents::default() };
        LogStore { contents: Arc::new(Mutex::new(contents)) }
    }

    /// Adds a line, whose number is set here. Never waits for a disk.
    pub fn add(&self, line: LogLine) {
        let mut contents = self.contents();
        let line = contents.ring.push(line.tidy());
        if let Some(files) = &mut contents.files {
            // What there is no room for is lost to the files; the ring has it.
            let _ = files.write_all(format!("{line}\n").as_bytes());
        }
        let is_awaited = std::mem::take(&mut contents.is_awaited);
        let wake = contents.wake.clone().filter(|_| is_awaited);
        drop(contents);
        if let Some(wake) = wake {
            wake();
        }
    }

    /// Looks at the newest lines.
    pub fn read<T>(&self, look: impl FnOnce(&LogRing) -> T) -> T {
        look(&self.contents().ring)
    }

    /// What is called when a line comes after [`LogStore::wait`]. It may be called on any thread, and tells
    /// nothing to the log itself.
    pub fn set_wake(&self, wake: impl Fn() + Send + Sync + 'static) {
        self.contents().wake = Some(Arc::new(wake));
    }

    /// Asks to be woken once, at the next line.
    pub fn wait(&self) {
        self.contents().is_awaited = true;
    }

    /// All lines that are still there, one below the other.
    pub fn text(&self) -> String {
        self.read(|ring| ring.since(0).map(|line| format!("{line}\n")).collect())
    }

    fn contents(&self) -> MutexGuard<'_, LogContents> {
        // Nothing here panics while it holds the lock.
        self.contents.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
