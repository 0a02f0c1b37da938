//! Bytes in the place of a socket.

use std::cell::RefCell;
use std::io::{self, ErrorKind, Read, Write};
use std::rc::Rc;

/// What has arrived and what is to be sent; every clone is the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Pipe {
    pub(super) arrived: Rc<RefCell<Vec<u8>>>,
    pub(super) outgoing: Rc<RefCell<Vec<u8>>>,
}

impl Read for Pipe {
    fn read(&mut self, output: &mut [u8]) -> io::Result<usize> {
        let mut arrived = self.arrived.borrow_mut();
        if arrived.is_empty() {
            return Err(ErrorKind::WouldBlock.into());
        }
        let count = arrived.len().min(output.len());
        output[..count].copy_from_slice(&arrived[..count]);
        arrived.drain(..count);
        Ok(count)
    }
}

impl Write for Pipe {
    fn write(&mut self, input: &[u8]) -> io::Result<usize> {
        self.outgoing.borrow_mut().extend_from_slice(input);
        Ok(input.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
