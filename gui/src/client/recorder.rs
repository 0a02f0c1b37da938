//! Writing to a file while a call goes on.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread::{self, JoinHandle};

/// Most pieces that wait for the disk: four seconds of frames.
const MOST_PIECES: usize = 120;

/// Writes pieces to a file on a thread of its own, so that a slow disk holds nothing up. What was
/// handed over is in the file as soon as the disk allows.
#[derive(Debug)]
pub(super) struct Recorder {
    /// What they are, for a sentence.
    what: &'static str,
    pieces: SyncSender<Vec<u8>>,
    thread: JoinHandle<io::Result<()>>,
    left_out: u64,
}

impl Recorder {
    /// Creates the file for pieces of this kind, named in the plural; one that is there is replaced.
    pub(super) fn create(path: &Path, what: &'static str) -> io::Result<Recorder> {
        let file = BufWriter::new(File::create(path)?);
        let (pieces, received) = sync_channel(MOST_PIECES);
        let thread = thread::Builder::new().name("recorder".into());
        let thread = thread.spawn(move || write_all(file, &received))?;
        Ok(Recorder { what, pieces, thread, left_out: 0 })
    }

    /// Hands over a piece; left out if too many wait.
    pub(super) fn record(&mut self, piece: Vec<u8>) {
        if self.pieces.try_send(piece).is_err() {
            self.left_out += 1;
        }
    }

    /// Waits until everything is on its way to the disk.
    pub(super) fn finish(self) -> Result<(), String> {
        let what = self.what;
        drop(self.pieces);
        let written = self.thread.join().unwrap_or_else(|_| Err(io::Error::other("it panicked")));
        written.map_err(|error| format!("cannot write the {what}: {error}"))?;
        match self.left_out {
            0 => Ok(()),
            count => Err(format!("{count} {what} were not written: the disk is too slow")),
        }
    }
}

fn write_all(mut file: BufWriter<File>, pieces: &Receiver<Vec<u8>>) -> io::Result<()> {
    loop {
        let piece = match pieces.try_recv() {
            Err(TryRecvError::Empty) => {
                file.flush()?;
                pieces.recv().ok()
            }
            tried => tried.ok(),
        };
        match piece {
            Some(piece) => file.write_all(&piece)?,
            None => return file.flush(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_written_in_order() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("received.264");
        let mut recorder = Recorder::create(&path, "frames").expect("a file");
        recorder.record(vec![0, 0, 0, 1, 0x67]);
        recorder.record(vec![0, 0, 0, 1, 0x65]);
        recorder.finish().expect("written");
        let written = std::fs::read(&path).expect("the file");
        assert_eq!(written, [0, 0, 0, 1, 0x67, 0, 0, 0, 1, 0x65]);
    }

    #[test]
    fn a_full_disk_is_told() {
        // Every write to this device fails as on a disk without room.
        let mut recorder = Recorder::create(Path::new("/dev/full"), "frames").expect("opened");
        recorder.record(vec![0; 100]);
        let message = recorder.finish().expect_err("no room");
        assert!(message.starts_with("cannot write the frames: "), "{message}");
    }
}
