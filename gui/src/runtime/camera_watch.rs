//! Cameras that come and go.

use std::ffi::CStr;
use std::fmt;
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use mio::unix::SourceFd;
use mio::{Events, Interest, Poll, Token, Waker};
use rustix::fs::inotify::{self, CreateFlags, WatchFlags};

const CHANGES: Token = Token(0);
const STOP: Token = Token(1);

/// Room for the notices that are read at once: a few dozen.
const BUFFER: usize = 4_096;

/// Says when a camera's file comes, goes or is opened to this user. The kernel tells; nothing is polled.
pub(super) struct CameraWatch {
    waker: Arc<Waker>,
    thread: Option<JoinHandle<()>>,
}

impl CameraWatch {
    /// What cameras' files are called in `/dev`, with a number behind.
    const PREFIX: &'static [u8] = b"video";

    /// Watches this folder: `changed` is called on the watching thread when it begins, and whenever a
    /// camera may have come or gone.
    ///
    /// # Errors
    /// What the system says if it has no notices or no thread.
    pub(super) fn start(
        folder: &Path,
        changed: impl FnMut() + Send + 'static,
    ) -> io::Result<CameraWatch> {
        let notices = inotify::init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC)?;
        // Permissions come a moment after the file.
        let flags = WatchFlags::CREATE
            | WatchFlags::DELETE
            | WatchFlags::ATTRIB
            | WatchFlags::MOVED_FROM
            | WatchFlags::MOVED_TO;
        inotify::add_watch(&notices, folder, flags)?;
        let poll = Poll::new()?;
        let waker = Arc::new(Waker::new(poll.registry(), STOP)?);
        let source = notices.as_raw_fd();
        poll.registry().register(&mut SourceFd(&source), CHANGES, Interest::READABLE)?;
        let thread = thread::Builder::new().name("cameras".into());
        let thread = thread.spawn(move || {
            if let Err(error) = watch(poll, &notices, changed) {
                tracing::warn!(%error, "cameras that come and go are no longer seen");
            }
        })?;
        Ok(CameraWatch { waker, thread: Some(thread) })
    }
}

/// Waits for notices until it is woken.
fn watch(mut poll: Poll, notices: &OwnedFd, mut changed: impl FnMut()) -> io::Result<()> {
    let mut events = Events::with_capacity(8);
    changed();
    loop {
        match poll.poll(&mut events, None) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        }
        if events.iter().any(|event| event.token() == STOP) {
            return Ok(());
        }
        if has_camera(notices)? {
            changed();
        }
    }
}

/// Reads what has come: whether a camera is among it.
fn has_camera(notices: &OwnedFd) -> io::Result<bool> {
    let mut buffer = [MaybeUninit::uninit(); BUFFER];
    let mut reader = inotify::Reader::new(notices.as_fd(), &mut buffer);
    let mut has_camera = false;
    loop {
        match reader.next() {
            Ok(notice) => {
                let name = notice.file_name().map(CStr::to_bytes);
                has_camera |= name.is_some_and(|name| name.starts_with(CameraWatch::PREFIX));
            }
            Err(rustix::io::Errno::AGAIN) => return Ok(has_camera),
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

impl fmt::Debug for CameraWatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CameraWatch")
    }
}

impl Drop for CameraWatch {
    fn drop(&mut self) {
        // One that cannot be woken ends with the process.
        if self.waker.wake().is_ok()
            && let Some(thread) = self.thread.take()
        {
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::*;

    #[test]
    fn cameras_that_come_and_go_are_told_and_other_files_are_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let (sender, told) = channel();
        let watch = CameraWatch::start(folder.path(), move || sender.send(()).unwrap_or(()));
        let watch = watch.expect("a watch");
        let patience = Duration::from_secs(60);
        told.recv_timeout(patience).expect("at the beginning");
        fs::write(folder.path().join("null"), "").expect("written");
        fs::write(folder.path().join("video7"), "").expect("written");
        told.recv_timeout(patience).expect("it came");
        fs::remove_file(folder.path().join("null")).expect("gone");
        fs::remove_file(folder.path().join("video7")).expect("gone");
        told.recv_timeout(patience).expect("it went");
        drop(watch);
        assert!(told.recv_timeout(patience).is_err(), "nothing but the camera, and then the end");
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        assert!(CameraWatch::start(Path::new("/no/such/folder"), || ()).is_err());
    }
}
