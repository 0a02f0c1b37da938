//! The recordings of the last calls.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use roomrtc_sim::recording::Disclosure;

use crate::recording::{CallFile, CallWriter, WrittenSoFar};

/// Keeps the recordings of the last calls, each in a file of its own that only its owner can read. They
/// have no keys and no pictures in them.
#[derive(Debug)]
pub(super) struct CallRecordings {
    /// `None` if nothing is recorded.
    folder: Option<PathBuf>,
    /// The file of the call that stands, or of the next, and the one before it, which a call may still
    /// be written to that began before it was told of another.
    files: Mutex<VecDeque<(CallFile, PathBuf)>>,
    /// The recording of the last call whose file is closed.
    last: Mutex<Option<PathBuf>>,
}

impl CallRecordings {
    /// Recordings that are kept.
    const MOST_FILES: usize = 5;

    /// Bytes of a recording at most: some hours.
    const MOST_BYTES: u64 = 256 * 1024 * 1024;

    /// Files that are open at a time.
    const MOST_OPEN: usize = 2;

    /// Those in this folder.
    pub(super) fn new(folder: Option<PathBuf>) -> CallRecordings {
        CallRecordings { folder, files: Mutex::default(), last: Mutex::new(None) }
    }

    /// Makes a file for the next call: the way into it. `None`, with a line in the log, if there is none.
    pub(super) fn prepare(&self) -> Option<CallWriter> {
        let folder = self.folder.as_deref()?;
        match create(folder) {
            Ok((file, path)) => {
                let writer = file.writer("me");
                lock(&self.files).push_back((file, path));
                self.close_all_but(CallRecordings::MOST_OPEN);
                Some(writer)
            }
            Err(error) => {
                tracing::warn!(%error, folder = %folder.display(), "calls are not recorded");
                None
            }
        }
    }

    /// Closes all files, and removes those of calls that never came.
    pub(super) fn end(&self) {
        self.close_all_but(0);
    }

    fn close_all_but(&self, most: usize) {
        loop {
            let mut files = lock(&self.files);
            if files.len() <= most {
                return;
            }
            let Some((file, path)) = files.pop_front() else { return };
            drop(files);
            self.close(file, path);
        }
    }

    fn close(&self, file: CallFile, path: PathBuf) {
        let is_empty = file.is_empty();
        if let Err(fault) = file.finish() {
            tracing::warn!(fault, "the recording of the call is not whole");
        }
        if is_empty {
            drop(fs::remove_file(path));
        } else {
            *lock(&self.last) = Some(path);
        }
    }

    /// What waits for the recordings whose files are open.
    pub(super) fn written_so_far(&self) -> Vec<WrittenSoFar> {
        lock(&self.files).iter().map(|(file, _)| file.written_so_far()).collect()
    }

    /// The recording of the call that stands, or of the last one.
    pub(super) fn latest(&self) -> Option<PathBuf> {
        let files = lock(&self.files);
        let newest = files.iter().rev().find(|(file, _)| !file.is_empty());
        newest.map(|(_, path)| path.clone()).or_else(|| lock(&self.last).clone())
    }
}

fn create(folder: &Path) -> std::io::Result<(CallFile, PathBuf)> {
    fs::create_dir_all(folder)?;
    forget_oldest(folder);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let path = folder.join(format!("{:020}.call", now.as_nanos()));
    let (disclosure, most) = (Disclosure::Structure, CallRecordings::MOST_BYTES);
    Ok((CallFile::create_within(&path, disclosure, most)?, path))
}

/// Makes room for one more. Their names are their times.
fn forget_oldest(folder: &Path) {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = files.map(|file| file.path()).filter(|it| is_ours(it)).collect();
    paths.sort();
    let surplus = (paths.len() + 1).saturating_sub(CallRecordings::MOST_FILES);
    for path in paths.into_iter().take(surplus) {
        if let Err(error) = fs::remove_file(&path) {
            tracing::warn!(%error, path = %path.display(), "an old recording stays");
        }
    }
}

fn is_ours(path: &Path) -> bool {
    let name = path.file_stem().and_then(|name| name.to_str());
    let is_number = name.is_some_and(|name| name.bytes().all(|byte| byte.is_ascii_digit()));
    is_number && path.extension().is_some_and(|extension| extension == "call")
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use roomrtc_core::base::{Seed, Time};
    use roomrtc_core::session::PeerConfig;

    fn record(writer: &CallWriter) {
        let mut peer = writer.begin(PeerConfig::default(), Seed::from_u64(1), Time::ZERO);
        writer.write(peer.finish().expect("recorded")).expect("room");
    }

    #[test]
    fn the_last_calls_are_kept_and_no_more() {
        let folder = tempfile::tempdir().expect("a folder");
        let recordings = CallRecordings::new(Some(folder.path().join("calls")));
        assert_eq!(recordings.latest(), None);
        let mut writer = recordings.prepare().expect("a file");
        for _ in 0..CallRecordings::MOST_FILES + 2 {
            let before = recordings.latest();
            record(&writer);
            let current = recordings.latest().expect("a call stands");
            assert_ne!(Some(&current), before.as_ref());
            let next = recordings.prepare().expect("a file");
            // One that begins before it is told of the next file goes to the one before.
            record(&writer);
            assert_eq!(recordings.latest(), Some(current));
            writer = next;
        }
        let kept = || fs::read_dir(folder.path().join("calls")).expect("a folder").count();
        assert_eq!(kept(), CallRecordings::MOST_FILES);
        let last = recordings.latest();
        recordings.end();
        assert_eq!((recordings.latest(), kept()), (last, CallRecordings::MOST_FILES - 1));
    }

    #[test]
    fn without_a_folder_nothing_is_recorded() {
        let recordings = CallRecordings::new(None);
        assert!(recordings.prepare().is_none() && recordings.latest().is_none());
    }
}
