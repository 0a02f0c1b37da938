//! What a stream still has to send.

use std::io::{self, ErrorKind, Write};

/// Most bytes that wait for a server that does not read.
pub(super) const MOST_BYTES: usize = 1024 * 1024;

/// Bytes in order, those already written in front.
#[derive(Debug, Default)]
pub(super) struct Outgoing {
    bytes: Vec<u8>,
    written: usize,
}

impl Outgoing {
    /// Whether everything has been written.
    pub(super) fn is_empty(&self) -> bool {
        self.written == self.bytes.len()
    }

    /// Appends bytes; `false` if there is no room for them.
    pub(super) fn push(&mut self, bytes: &[u8]) -> bool {
        let has_room = self.bytes.len() - self.written + bytes.len() <= MOST_BYTES;
        if has_room {
            self.bytes.drain(..self.written);
            self.written = 0;
            self.bytes.extend_from_slice(bytes);
        }
        has_room
    }

    /// Writes as much as is taken now.
    pub(super) fn write_to(&mut self, output: &mut impl Write) -> io::Result<()> {
        while !self.is_empty() {
            match output.write(&self.bytes[self.written..]) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(count) => self.written += count,
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        self.bytes.clear();
        self.written = 0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_taken_stays_in_order_and_within_the_bound() {
        let mut outgoing = Outgoing::default();
        assert!(outgoing.push(b"abcdef"));
        let mut room = [0; 4];
        // A full slice takes nothing more: `write` returns 0.
        assert!(outgoing.write_to(&mut room.as_mut_slice()).is_err());
        assert_eq!(&room, b"abcd");
        assert!(outgoing.push(b"gh"));
        assert!(!outgoing.push(&vec![0; MOST_BYTES]));
        let mut rest = Vec::new();
        outgoing.write_to(&mut rest).expect("a vector takes everything");
        assert_eq!(rest, b"efgh");
        assert!(outgoing.is_empty());
    }
}
