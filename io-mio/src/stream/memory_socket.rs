//! A socket of memory, for tests.

use std::collections::VecDeque;
use std::io::{self, ErrorKind, Read, Write};

/// What has come and is not read yet, and what was written.
#[derive(Debug, Default)]
pub(super) struct MemorySocket {
    pub(super) incoming: VecDeque<u8>,
    pub(super) outgoing: Vec<u8>,
    /// Whether nothing more comes.
    pub(super) has_ended: bool,
}

impl Read for MemorySocket {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.incoming.is_empty() && !self.has_ended {
            return Err(ErrorKind::WouldBlock.into());
        }
        self.incoming.read(buffer)
    }
}

impl Write for MemorySocket {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.outgoing.write(buffer)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
