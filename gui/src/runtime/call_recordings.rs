//! The recordings of the last calls.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use roomrtc_sim::recording::Disclosure;

use crate::recording::{CallFile, CallWriter};

/// Keeps the recordings of the last calls, each in a file of its own that only its owner can read. They
/// have no keys and no pictures in them.
#[derive(Debug)]
pub(super) struct CallRecordings {
    /// `None` if nothing is recorded.
    folder: Option<PathBuf>,
    /// The file of the call that stands, or of the next, and where it is.
    current: Mutex<Option<(CallFile, PathBuf)>>,
    /// The recording of the last call.
    last: Mutex<Option<PathBuf>>,
}

impl CallRecordings {
    /// Recordings that are kept.
    const MOST_FILES: usize = 5;

    /// Bytes of a recording at most: some hours.
    const MOST_BYTES: u64 = 256 * 1024 * 1024;

    /// Those in this folder.
    pub(super) fn new(folder: Option<PathBuf>) -> CallRecordings {
        CallRecordings { folder, current: Mutex::new(None), last: Mutex::new(None) }
    }

    /// Makes a file for the next call: the way into it. `None`, with a line in the log, if there is none.
    pub(super) fn prepare(&self) -> Option<CallWriter> {
        let folder = self.folder.as_deref()?;
        match create(folder) {
            Ok((file, path)) => {
                let writer = file.writer("me");
                *lock(&self.current) = Some((file, path));
                Some(writer)
            }
            Err(error) => {
                tracing::warn!(%error, folder = %folder.display(), "calls are not recorded");
                None
            }
        }
    }

    /// Ends the recording of the call that is over, or removes the file of one that never came.
    pub(super) fn end(&self) {
        let Some((file, path)) = lock(&self.current).take() else { return };
        if file.is_empty() {
            drop(file.finish());
            drop(fs::remove_file(path));
            return;
        }
        if let Err(fault) = file.finish() {
            tracing::warn!(fault, "the recording of the call is not whole");
        }
        *lock(&self.last) = Some(path);
    }

    /// The recording of the call that stands, or of the last one.
    pub(super) fn latest(&self) -> Option<PathBuf> {
        let current = lock(&self.current);
        let stands = current.as_ref().filter(|(file, _)| !file.is_empty());
        stands.map(|(_, path)| path.clone()).or_else(|| lock(&self.last).clone())
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

    #[test]
    fn the_last_calls_are_kept_and_no_more() {
        let folder = tempfile::tempdir().expect("a folder");
        let recordings = CallRecordings::new(Some(folder.path().join("calls")));
        assert_eq!(recordings.latest(), None);
        for _ in 0..CallRecordings::MOST_FILES + 2 {
            let writer = recordings.prepare().expect("a file");
            let before = recordings.latest();
            let mut peer = writer.begin(PeerConfig::default(), Seed::from_u64(1), Time::ZERO);
            writer.write(peer.finish().expect("recorded")).expect("room");
            let current = recordings.latest().expect("a call stands");
            assert_ne!(Some(&current), before.as_ref());
            recordings.end();
            assert_eq!(recordings.latest(), Some(current));
        }
        let kept = || fs::read_dir(folder.path().join("calls")).expect("a folder").count();
        assert_eq!(kept(), CallRecordings::MOST_FILES);
        let (last, before) = (recordings.latest(), kept());
        recordings.prepare().expect("a file");
        recordings.end();
        assert_eq!((recordings.latest(), kept()), (last, before - 1));
    }
}
