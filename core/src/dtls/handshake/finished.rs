//! The proof that both have seen the same handshake.

use super::{DecodeError, HandshakeType, MessageBody};
use crate::wire::{ByteReader, ByteWriter};

/// A Finished, RFC 5246 section 7.4.9.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finished {
    /// The pseudo-random function of the master secret and all messages before this one.
    pub verify_data: [u8; 12],
}

impl MessageBody for Finished {
    const TYPE: HandshakeType = HandshakeType::Finished;

    fn read(reader: &mut ByteReader<'_>) -> Result<Finished, DecodeError> {
        Ok(Finished { verify_data: reader.array()? })
    }

    fn encode(&self, writer: &mut ByteWriter<'_>) {
        writer.bytes(&self.verify_data);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_has_twelve_bytes() {
        assert_eq!(Finished::decode(&[6; 12]), Ok(Finished { verify_data: [6; 12] }));
        assert!(Finished::decode(&[6; 11]).is_err());
        assert!(Finished::decode(&[6; 13]).is_err());
    }
}
