//! The end of the server's flight.

use super::{DecodeError, HandshakeType, MessageBody};
use crate::wire::{ByteReader, ByteWriter};

/// A ServerHelloDone, RFC 5246 section 7.4.5. It says nothing more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServerHelloDone;

impl MessageBody for ServerHelloDone {
    const TYPE: HandshakeType = HandshakeType::ServerHelloDone;

    fn read(_: &mut ByteReader<'_>) -> Result<ServerHelloDone, DecodeError> {
        Ok(ServerHelloDone)
    }

    fn encode(&self, _: &mut ByteWriter<'_>) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_empty() {
        assert_eq!(ServerHelloDone::decode(&[]), Ok(ServerHelloDone));
        assert_eq!(ServerHelloDone::decode(&[0]), Err(DecodeError::TrailingBytes(1)));
    }
}
