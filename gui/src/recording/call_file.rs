//! A recording's file.

use std::fs::{File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use roomrtc_sim::recording::{Disclosure, Recording};

use super::batch::Batch;
use super::{CallWriter, Shared, WrittenSoFar};

/// Most batches of chunks that wait for the disk, of some 48 KiB each at most unless a frame is
/// larger.
const MOST_BATCHES: usize = 128;

/// What others may do with the file: nothing.
const OWNER_ONLY: u32 = 0o600;

/// A recording's file and the thread that writes it.
#[derive(Debug)]
pub struct CallFile {
    path: PathBuf,
    disclosure: Disclosure,
    chunks: SyncSender<Batch>,
    shared: Arc<Shared>,
    thread: JoinHandle<()>,
}

impl CallFile {
    /// Creates the file, which only its owner may read; one that is there is replaced.
    ///
    /// # Errors
    /// What the system says if there is no such file, or no thread.
    pub fn create(path: &Path, disclosure: Disclosure) -> io::Result<CallFile> {
        CallFile::create_within(path, disclosure, u64::MAX)
    }

    /// As [`CallFile::create`], but the recording ends, as on a full disk, once it has so many bytes.
    ///
    /// # Errors
    /// What the system says if there is no such file, or no thread.
    pub fn create_within(
        path: &Path,
        disclosure: Disclosure,
        most_bytes: u64,
    ) -> io::Result<CallFile> {
        let mut options = OpenOptions::new();
        let mut file =
            options.write(true).create(true).truncate(true).mode(OWNER_ONLY).open(path)?;
        // One that was there may have been open to others.
        if file.metadata()?.is_file() {
            file.set_permissions(Permissions::from_mode(OWNER_ONLY))?;
        }
        file.write_all(&Recording::header())?;
        let (chunks, received) = sync_channel(MOST_BATCHES);
        let shared = Arc::<Shared>::default();
        let for_thread = Arc::clone(&shared);
        let thread = thread::Builder::new().name("call-file".into());
        let thread = thread.spawn(move || {
            if let Err(error) = write_all(file, most_bytes, &received) {
                for_thread.fail(format!("the recording cannot be written on: {error}"));
            }
        })?;
        Ok(CallFile { path: path.to_owned(), disclosure, chunks, shared, thread })
    }

    /// The way in for the sessions of the client called `name`.
    pub fn writer(&self, name: &str) -> CallWriter {
        CallWriter {
            name: name.to_owned(),
            disclosure: self.disclosure,
            chunks: self.chunks.clone(),
            shared: Arc::clone(&self.shared),
        }
    }

    /// What waits for what has been handed over to it.
    pub fn written_so_far(&self) -> WrittenSoFar {
        WrittenSoFar { chunks: self.chunks.clone() }
    }

    /// Whether no session has begun in it.
    pub fn is_empty(&self) -> bool {
        self.shared.sessions() == 0
    }

    /// Waits until everything is on its way to the disk: a sentence on what is there.
    ///
    /// # Errors
    /// A sentence on why the recording ended early. What was written until then can be replayed.
    pub fn finish(self) -> Result<String, String> {
        // A thread that has failed has said why.
        let _ = self.chunks.send(Batch::End);
        if self.thread.join().is_err() {
            self.shared.fail("the recording was cut short".to_owned());
        }
        let path = self.path.display();
        match (self.shared.fault(), self.shared.sessions()) {
            (Some(fault), _) => Err(format!("{fault}; {path} has what came before")),
            (None, 0) => Ok(format!("there was no call to record in {path}")),
            (None, _) => {
                Ok(format!("recorded in {path}: `roomrtc-sim replay {path}` does it again"))
            }
        }
    }
}

fn write_all(mut file: File, most: u64, received: &Receiver<Batch>) -> io::Result<()> {
    let mut left = most;
    // What came is on its way before the next is waited for, so that a crash loses none of it.
    for batch in received {
        let chunks = match batch {
            Batch::Chunks(chunks) => chunks,
            Batch::Reached(reached) => {
                // Who waits no more need not know.
                let _ = reached.send(());
                continue;
            }
            Batch::End => break,
        };
        let length = chunks.len() as u64;
        left =
            left.checked_sub(length).ok_or_else(|| io::Error::other("it has become too long"))?;
        file.write_all(&chunks)?;
    }
    file.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use roomrtc_core::base::{Seed, Time};
    use roomrtc_core::session::PeerConfig;

    fn begin(writer: &CallWriter) -> Vec<u8> {
        let mut peer = writer.begin(PeerConfig::default(), Seed::from_u64(1), Time::ZERO);
        peer.finish().expect("recorded")
    }

    #[test]
    fn sessions_share_a_file_that_only_its_owner_reads() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("x.call");
        std::fs::write(&path, "open to all").expect("written");
        std::fs::set_permissions(&path, Permissions::from_mode(0o644)).expect("ours");
        let file = CallFile::create(&path, Disclosure::Structure).expect("a file");
        for name in ["alice", "bob"] {
            let writer = file.writer(name);
            writer.write(begin(&writer)).expect("room");
        }
        let said = file.finish().expect("written");
        assert!(said.contains("roomrtc-sim replay"), "{said}");
        let bytes = std::fs::read(&path).expect("the file");
        let recording = Recording::read(&bytes).expect("a recording");
        let names = recording.sessions.iter().map(|session| session.opening.name.as_str());
        assert_eq!(names.collect::<Vec<_>>(), ["alice", "bob"]);
        let mode = std::fs::metadata(&path).expect("the file").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }

    #[test]
    fn what_was_handed_over_can_be_waited_for() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("x.call");
        let file = CallFile::create_within(&path, Disclosure::Structure, 1_000).expect("a file");
        let (writer, written) = (file.writer("me"), file.written_so_far());
        let length = || std::fs::metadata(&path).expect("the file").len();
        for count in 1..=9 {
            writer.write(vec![1; 100]).expect("room");
            written.wait();
            assert_eq!(length(), 100 * count + Recording::header().len() as u64);
        }
        writer.write(vec![1; 200]).expect("room for it to wait");
        written.wait();
        assert!(file.finish().is_err(), "it is too long");
        written.wait();
    }

    #[test]
    fn without_a_call_it_says_so() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("x.call");
        let file = CallFile::create(&path, Disclosure::Structure).expect("a file");
        assert!(file.finish().expect("written").starts_with("there was no call"));
    }

    #[test]
    fn a_writer_outlives_its_file() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("x.call");
        let file = CallFile::create(&path, Disclosure::Structure).expect("a file");
        let writer = file.writer("late");
        file.finish().expect("written");
        assert_eq!(writer.write(vec![1]), Err("the recording has ended".to_owned()));
    }

    #[test]
    fn one_that_becomes_too_long_ends_and_keeps_what_came_before() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("x.call");
        let file = CallFile::create_within(&path, Disclosure::Structure, 1_000).expect("a file");
        let writer = file.writer("long");
        assert!(file.is_empty());
        writer.write(vec![1; 900]).expect("room");
        writer.write(vec![2; 200]).expect("room for it to wait");
        let fault = file.finish().expect_err("too long");
        assert!(fault.contains("it has become too long"), "{fault}");
        let length = std::fs::metadata(&path).expect("the file").len();
        assert_eq!(length, 900 + Recording::header().len() as u64);
    }

    #[test]
    fn a_full_disk_cannot_be_begun_on() {
        // Every write to this device fails as on a disk without room.
        assert!(CallFile::create(Path::new("/dev/full"), Disclosure::Structure).is_err());
    }
}
