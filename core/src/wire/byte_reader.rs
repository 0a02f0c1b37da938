//! A cursor over received bytes.

use super::Truncated;

/// Reads big-endian fields from a slice, and never past its end.
#[derive(Clone, Copy, Debug)]
pub struct ByteReader<'a> {
    bytes: &'a [u8],
    position: usize,
}

impl<'a> ByteReader<'a> {
    /// A reader at the start of `bytes`.
    pub const fn new(bytes: &'a [u8]) -> ByteReader<'a> {
        ByteReader { bytes, position: 0 }
    }

    /// Bytes read so far.
    pub const fn position(&self) -> usize {
        self.position
    }

    /// Bytes not read yet.
    pub const fn remaining(&self) -> usize {
        self.bytes.len() - self.position
    }

    /// Whether everything has been read.
    pub const fn is_empty(&self) -> bool {
        self.remaining() == 0
    }

    /// The next `length` bytes.
    ///
    /// # Errors
    /// [`Truncated`] if fewer are left; then nothing is read.
    pub fn bytes(&mut self, length: usize) -> Result<&'a [u8], Truncated> {
        let left = self.remaining();
        if length > left {
            return Err(Truncated { needed: length, left });
        }
        let start = self.position;
        self.position += length;
        Ok(&self.bytes[start..self.position])
    }

    /// The next `N` bytes as an array.
    ///
    /// # Errors
    /// [`Truncated`] if fewer are left.
    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], Truncated> {
        let mut output = [0; N];
        output.copy_from_slice(self.bytes(N)?);
        Ok(output)
    }

    /// All bytes that are left.
    pub fn rest(&mut self) -> &'a [u8] {
        let rest = &self.bytes[self.position..];
        self.position = self.bytes.len();
        rest
    }

    /// An 8-bit number.
    ///
    /// # Errors
    /// [`Truncated`] at the end.
    pub fn u8(&mut self) -> Result<u8, Truncated> {
        Ok(self.array::<1>()?[0])
    }

    /// A 16-bit number.
    ///
    /// # Errors
    /// [`Truncated`] if fewer than two bytes are left.
    pub fn u16(&mut self) -> Result<u16, Truncated> {
        Ok(u16::from_be_bytes(self.array()?))
    }

    /// A 24-bit number.
    ///
    /// # Errors
    /// [`Truncated`] if fewer than three bytes are left.
    pub fn u24(&mut self) -> Result<u32, Truncated> {
        let [a, b, c] = self.array()?;
        Ok(u32::from_be_bytes([0, a, b, c]))
    }

    /// A 32-bit number.
    ///
    /// # Errors
    /// [`Truncated`] if fewer than four bytes are left.
    pub fn u32(&mut self) -> Result<u32, Truncated> {
        Ok(u32::from_be_bytes(self.array()?))
    }

    /// A 48-bit number.
    ///
    /// # Errors
    /// [`Truncated`] if fewer than six bytes are left.
    pub fn u48(&mut self) -> Result<u64, Truncated> {
        let mut wide = [0; 8];
        wide[2..].copy_from_slice(self.bytes(6)?);
        Ok(u64::from_be_bytes(wide))
    }

    /// A 64-bit number.
    ///
    /// # Errors
    /// [`Truncated`] if fewer than eight bytes are left.
    pub fn u64(&mut self) -> Result<u64, Truncated> {
        Ok(u64::from_be_bytes(self.array()?))
    }

    /// The bytes behind an 8-bit length.
    ///
    /// # Errors
    /// [`Truncated`] if the length or the bytes are missing.
    pub fn prefixed_u8(&mut self) -> Result<&'a [u8], Truncated> {
        let length = self.u8()?;
        self.bytes(usize::from(length))
    }

    /// The bytes behind a 16-bit length.
    ///
    /// # Errors
    /// [`Truncated`] if the length or the bytes are missing.
    pub fn prefixed_u16(&mut self) -> Result<&'a [u8], Truncated> {
        let length = self.u16()?;
        self.bytes(usize::from(length))
    }

    /// The bytes behind a 24-bit length.
    ///
    /// # Errors
    /// [`Truncated`] if the length or the bytes are missing.
    pub fn prefixed_u24(&mut self) -> Result<&'a [u8], Truncated> {
        let length = self.u24()?;
        self.bytes(length as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_fields_in_order_and_stops_at_the_end() {
        let mut reader = ByteReader::new(&[1, 0, 2, 0, 0, 3, 1, 9, 7]);
        assert_eq!(reader.u8(), Ok(1));
        assert_eq!(reader.u16(), Ok(2));
        assert_eq!(reader.u24(), Ok(3));
        assert_eq!(reader.prefixed_u8(), Ok(&[9][..]));
        assert_eq!(reader.u16(), Err(Truncated { needed: 2, left: 1 }));
        assert_eq!(reader.rest(), [7]);
        assert!(reader.is_empty());
    }
}
