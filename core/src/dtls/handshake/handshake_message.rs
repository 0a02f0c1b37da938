//! A whole handshake message.

use super::{Fragment, HandshakeType, MessageBody};
use crate::wire::ByteWriter;

/// A handshake message in one piece, with its header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandshakeMessage {
    /// Its type.
    pub message_type: HandshakeType,
    /// Its number, counted by its sender from 0.
    pub sequence: u16,
    /// Header and body, as if it had never been cut: what the transcript takes.
    bytes: Vec<u8>,
}

impl HandshakeMessage {
    /// The message numbered `sequence` with the body `body`.
    pub fn new<M: MessageBody>(sequence: u16, body: &M) -> HandshakeMessage {
        let mut bytes = Vec::new();
        let mut writer = ByteWriter::new(&mut bytes);
        let header =
            Fragment { message_type: M::TYPE.code(), length: 0, sequence, offset: 0, body: &[] };
        header.encode(&mut writer);
        body.encode(&mut writer);
        let length = ((bytes.len() - Fragment::HEADER_LENGTH) as u32).to_be_bytes();
        bytes[1..4].copy_from_slice(&length[1..]);
        bytes[9..12].copy_from_slice(&length[1..]);
        HandshakeMessage { message_type: M::TYPE, sequence, bytes }
    }

    /// A message of header and body as received; `None` if there is no whole header.
    pub(super) fn received(
        message_type: HandshakeType,
        sequence: u16,
        bytes: Vec<u8>,
    ) -> Option<HandshakeMessage> {
        (bytes.len() >= Fragment::HEADER_LENGTH).then_some(HandshakeMessage {
            message_type,
            sequence,
            bytes,
        })
    }

    /// Header and body.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The body.
    pub fn body(&self) -> &[u8] {
        &self.bytes[Fragment::HEADER_LENGTH..]
    }
}

#[cfg(test)]
mod tests {
    use super::super::ClientKeyExchange;
    use super::*;
    use crate::wire::ByteReader;

    #[test]
    fn a_message_is_a_fragment_that_is_everything() {
        let body = ClientKeyExchange { public_key: vec![1; 32] };
        let message = HandshakeMessage::new(5, &body);
        let fragment = Fragment::decode(&mut ByteReader::new(message.bytes())).expect("valid");
        assert_eq!((fragment.message_type, fragment.length), (16, 33));
        assert_eq!((fragment.sequence, fragment.offset), (5, 0));
        assert_eq!(fragment.body, message.body());
    }
}
