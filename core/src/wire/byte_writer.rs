//! Appending fields to bytes to be sent.

/// Appends big-endian fields to a buffer of the caller's.
#[derive(Debug)]
pub struct ByteWriter<'a> {
    buffer: &'a mut Vec<u8>,
}

impl<'a> ByteWriter<'a> {
    /// A writer that appends to `buffer`.
    pub fn new(buffer: &'a mut Vec<u8>) -> ByteWriter<'a> {
        ByteWriter { buffer }
    }

    /// Bytes in the buffer, those before this writer's included.
    pub fn position(&self) -> usize {
        self.buffer.len()
    }

    /// Appends an 8-bit number.
    pub fn u8(&mut self, value: u8) {
        self.buffer.push(value);
    }

    /// Appends a 16-bit number.
    pub fn u16(&mut self, value: u16) {
        self.bytes(&value.to_be_bytes());
    }

    /// Appends the low 24 bits of a number.
    pub fn u24(&mut self, value: u32) {
        self.bytes(&value.to_be_bytes()[1..]);
    }

    /// Appends a 32-bit number.
    pub fn u32(&mut self, value: u32) {
        self.bytes(&value.to_be_bytes());
    }

    /// Appends the low 48 bits of a number.
    pub fn u48(&mut self, value: u64) {
        self.bytes(&value.to_be_bytes()[2..]);
    }

    /// Appends a 64-bit number.
    pub fn u64(&mut self, value: u64) {
        self.bytes(&value.to_be_bytes());
    }

    /// Appends bytes as they are.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
    }

    /// Appends what `body` writes behind its length in `width` bytes (1 to 4).
    pub fn prefixed(&mut self, width: usize, body: impl FnOnce(&mut ByteWriter<'_>)) {
        let start = self.buffer.len();
        self.buffer.resize(start + width, 0);
        body(&mut ByteWriter::new(self.buffer));
        let length = (self.buffer.len() - start - width) as u32;
        self.buffer[start..start + width].copy_from_slice(&length.to_be_bytes()[4 - width..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_filled_in_behind() {
        let mut buffer = vec![9];
        let mut writer = ByteWriter::new(&mut buffer);
        writer.prefixed(2, |w| {
            w.u24(0x0001_0203);
            w.prefixed(1, |w| w.u8(7));
        });
        assert_eq!(buffer, [9, 0, 5, 1, 2, 3, 1, 7]);
    }
}
