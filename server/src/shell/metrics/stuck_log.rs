//! A log that nothing is written to.

use std::io::{self, Write};
use std::sync::mpsc::Receiver;

/// A writer that waits at its first line until the other end of its channel is dropped.
#[derive(Debug)]
pub(super) struct StuckLog(pub(super) Receiver<()>);

impl Write for StuckLog {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let _ = self.0.recv();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
