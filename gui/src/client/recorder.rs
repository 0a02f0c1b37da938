//! Writing what is received to a file.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

/// Most frames that wait for the disk: four seconds of them.
const MOST_FRAMES: usize = 120;

/// Writes frames to a file on a thread of its own, so that a slow disk holds nothing up.
#[derive(Debug)]
pub(super) struct Recorder {
    frames: SyncSender<Vec<u8>>,
    thread: JoinHandle<io::Result<()>>,
    left_out: u64,
}

impl Recorder {
    /// Creates the file; one that is there is replaced.
    pub(super) fn create(path: &Path) -> io::Result<Recorder> {
        let file = BufWriter::new(File::create(path)?);
        let (frames, received) = sync_channel(MOST_FRAMES);
        let thread = thread::Builder::new().name("recorder".into());
        let thread = thread.spawn(move || write_all(file, &received))?;
        Ok(Recorder { frames, thread, left_out: 0 })
    }

    /// Hands over a frame in Annex B byte-stream format; left out if too many wait.
    pub(super) fn record(&mut self, frame: &[u8]) {
        if self.frames.try_send(frame.to_vec()).is_err() {
            self.left_out += 1;
        }
    }

    /// Waits until everything is on its way to the disk.
    pub(super) fn finish(self) -> Result<(), String> {
        drop(self.frames);
        let written = self.thread.join().unwrap_or_else(|_| Err(io::Error::other("it panicked")));
        written.map_err(|error| format!("cannot write the received video: {error}"))?;
        match self.left_out {
            0 => Ok(()),
            count => Err(format!("{count} received frames were not written: the disk is too slow")),
        }
    }
}

fn write_all(mut file: BufWriter<File>, frames: &Receiver<Vec<u8>>) -> io::Result<()> {
    for frame in frames {
        file.write_all(&frame)?;
    }
    file.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_written_in_order() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("received.264");
        let mut recorder = Recorder::create(&path).expect("a file");
        recorder.record(&[0, 0, 0, 1, 0x67]);
        recorder.record(&[0, 0, 0, 1, 0x65]);
        recorder.finish().expect("written");
        let written = std::fs::read(&path).expect("the file");
        assert_eq!(written, [0, 0, 0, 1, 0x67, 0, 0, 0, 1, 0x65]);
    }

    #[test]
    fn a_full_disk_is_told() {
        // Every write to this device fails as on a disk without room.
        let mut recorder = Recorder::create(Path::new("/dev/full")).expect("opened");
        recorder.record(&[0; 100]);
        let message = recorder.finish().expect_err("no room");
        assert!(message.starts_with("cannot write the received video: "), "{message}");
    }
}
