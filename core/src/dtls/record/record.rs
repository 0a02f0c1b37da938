//! A record as it lies in a datagram.

use crate::wire::{ByteReader, ByteWriter, Truncated};

/// A record of DTLS 1.2, RFC 6347 section 4.1, with its payload not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record<'a> {
    /// The code point of the [`super::ContentType`], which may be an unknown one.
    pub content_type: u8,
    /// The code point of the version, which may be an unknown one.
    pub version: u16,
    /// How often the sender has changed its keys.
    pub epoch: u16,
    /// The number of the record in its epoch: 48 bits.
    pub sequence: u64,
    /// What it carries: plain text in epoch 0, otherwise nonce, cipher text and tag.
    pub payload: &'a [u8],
}

impl<'a> Record<'a> {
    /// Bytes of the header.
    pub const HEADER_LENGTH: usize = 13;

    /// The longest payload that is taken, RFC 6347 section 4.1.1: 2^14 bytes and 2,048 of overhead.
    pub const LONGEST_PAYLOAD: usize = 16_384 + 2_048;

    /// Record numbers stay below this, RFC 6347 section 4.1.
    pub const SEQUENCE_LIMIT: u64 = 1 << 48;

    /// Reads the next record of a datagram.
    ///
    /// # Errors
    /// [`Truncated`] if the header or the payload goes past the end of the datagram.
    pub fn decode(reader: &mut ByteReader<'a>) -> Result<Record<'a>, Truncated> {
        Ok(Record {
            content_type: reader.u8()?,
            version: reader.u16()?,
            epoch: reader.u16()?,
            sequence: reader.u48()?,
            payload: reader.prefixed_u16()?,
        })
    }

    /// Appends the record.
    pub fn encode(&self, writer: &mut ByteWriter<'_>) {
        writer.u8(self.content_type);
        writer.u16(self.version);
        writer.u16(self.epoch);
        writer.u48(self.sequence);
        writer.prefixed(2, |w| w.bytes(self.payload));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BYTES: [u8; 15] = [22, 0xfe, 0xfd, 0, 1, 0, 0, 0, 0, 0, 5, 0, 2, 8, 9];

    #[test]
    fn a_record_survives_the_wire() {
        let record = Record::decode(&mut ByteReader::new(&BYTES)).expect("a record");
        assert_eq!((record.content_type, record.version), (22, 0xfefd));
        assert_eq!((record.epoch, record.sequence, record.payload), (1, 5, &[8, 9][..]));
        let mut bytes = Vec::new();
        record.encode(&mut ByteWriter::new(&mut bytes));
        assert_eq!(bytes, BYTES);
    }

    #[test]
    fn every_truncation_is_seen() {
        for length in 0..BYTES.len() {
            assert!(Record::decode(&mut ByteReader::new(&BYTES[..length])).is_err(), "{length}");
        }
    }
}
