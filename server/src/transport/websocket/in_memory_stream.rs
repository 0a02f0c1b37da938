//! A stream for a library that wants one.

use std::io::{self, Read, Write};

/// Reads from what has arrived and writes behind what is to be sent. What has not arrived would
/// block.
#[derive(Debug)]
pub(super) struct InMemoryStream<'a> {
    pub(super) input: &'a [u8],
    pub(super) output: &'a mut Vec<u8>,
}

impl Read for InMemoryStream<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.input.is_empty() {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        self.input.read(buffer)
    }
}

impl Write for InMemoryStream<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.output.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
