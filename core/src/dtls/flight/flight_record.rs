//! A part of a flight.

use crate::dtls::ProtocolVersion;
use crate::dtls::handshake::{Fragment, HandshakeMessage};
use crate::dtls::record::ContentType;
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::wire::{ByteReader, ByteWriter};

/// A handshake message or a ChangeCipherSpec, to be sent in one record or several.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct FlightRecord {
    pub(in crate::dtls) content_type: ContentType,
    pub(in crate::dtls) version: ProtocolVersion,
    pub(in crate::dtls) epoch: u16,
    bytes: Vec<u8>,
}

/// Bytes of a message below which it is not worth another record.
const SMALLEST_PIECE: usize = 32;

impl FlightRecord {
    /// A message in `epoch`, in records of `version`.
    pub(in crate::dtls) fn message(
        message: &HandshakeMessage,
        version: ProtocolVersion,
        epoch: u16,
    ) -> FlightRecord {
        let bytes = message.bytes().to_vec();
        FlightRecord { content_type: ContentType::Handshake, version, epoch, bytes }
    }

    /// The ChangeCipherSpec at the end of epoch 0, RFC 5246 section 7.1.
    pub(in crate::dtls) fn change_cipher_spec() -> FlightRecord {
        FlightRecord {
            content_type: ContentType::ChangeCipherSpec,
            version: ProtocolVersion::Dtls12,
            epoch: 0,
            bytes: vec![1],
        }
    }

    /// Bytes that are sent in pieces: the body of a message.
    pub(in crate::dtls) fn length(&self) -> usize {
        match self.content_type {
            ContentType::Handshake => self.bytes.len() - Fragment::HEADER_LENGTH,
            _ => self.bytes.len(),
        }
    }

    /// Bytes of the next piece from `offset` on if the record may carry `room` bytes; none if it
    /// is better to wait for the next datagram.
    pub(super) fn piece(&self, offset: usize, room: usize) -> Option<usize> {
        let left = self.length() - offset;
        match self.content_type {
            ContentType::Handshake => {
                let room = room.checked_sub(Fragment::HEADER_LENGTH)?;
                (left <= room || room >= SMALLEST_PIECE).then_some(left.min(room))
            }
            _ => (left <= room).then_some(left),
        }
    }

    /// Appends the piece of `length` bytes from `offset` on.
    pub(in crate::dtls) fn append(&self, offset: usize, length: usize, output: &mut Vec<u8>) {
        let mut reader = ByteReader::new(&self.bytes);
        match Fragment::decode(&mut reader) {
            Ok(whole) if self.content_type == ContentType::Handshake => {
                let body = &whole.body[offset..offset + length];
                let is_wrong = offset > 0 && is_planted(PlantedBug::WrongFragmentOffset);
                let header = if is_wrong { Fragment::HEADER_LENGTH } else { 0 };
                let piece = Fragment { offset: (offset + header) as u32, body, ..whole };
                piece.encode(&mut ByteWriter::new(output));
            }
            _ => output.extend_from_slice(&self.bytes),
        }
    }
}
