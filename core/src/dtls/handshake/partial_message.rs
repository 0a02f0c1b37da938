//! A handshake message that is not complete yet.

use super::{Fragment, HandshakeMessage, HandshakeType};
use crate::wire::ByteWriter;

/// The pieces of one message that have come so far.
#[derive(Clone, Debug)]
pub(super) struct PartialMessage {
    message_type: HandshakeType,
    pub(super) sequence: u16,
    /// Header of the whole message, and body with gaps of zeroes.
    bytes: Vec<u8>,
    /// Where in the body something has come: from, to. Disjoint and not touching.
    received: Vec<(usize, usize)>,
}

/// The most pieces with gaps between them.
const MOST_PIECES: usize = 64;

impl PartialMessage {
    /// The message that `fragment` is of, with nothing of it yet.
    pub(super) fn new(message_type: HandshakeType, fragment: &Fragment<'_>) -> PartialMessage {
        let length = fragment.length as usize;
        let mut bytes = Vec::with_capacity(Fragment::HEADER_LENGTH + length);
        let mut writer = ByteWriter::new(&mut bytes);
        Fragment { offset: 0, body: &[], ..*fragment }.encode(&mut writer);
        bytes[9..12].copy_from_slice(&fragment.length.to_be_bytes()[1..]);
        bytes.resize(Fragment::HEADER_LENGTH + length, 0);
        PartialMessage { message_type, sequence: fragment.sequence, bytes, received: Vec::new() }
    }

    /// Bytes of the whole body.
    pub(super) fn length(&self) -> usize {
        self.bytes.len() - Fragment::HEADER_LENGTH
    }

    /// Whether `fragment` says the same of the whole message.
    pub(super) fn agrees_with(&self, fragment: &Fragment<'_>) -> bool {
        self.message_type.code() == fragment.message_type
            && self.length() == fragment.length as usize
    }

    /// Whether all of `fragment` has come before.
    pub(super) fn has(&self, fragment: &Fragment<'_>) -> bool {
        let start = fragment.offset as usize;
        let end = start + fragment.body.len();
        self.received.iter().any(|(from, to)| *from <= start && end <= *to)
    }

    /// Puts a piece of this message in its place; false if there are too many gaps to keep it.
    pub(super) fn insert(&mut self, fragment: &Fragment<'_>) -> bool {
        let mut start = fragment.offset as usize;
        let mut end = start + fragment.body.len();
        let is_apart = |(from, to): &(usize, usize)| *from > end || *to < start;
        if self.received.len() >= MOST_PIECES && self.received.iter().all(is_apart) {
            return false;
        }
        let at = Fragment::HEADER_LENGTH + start;
        self.bytes[at..at + fragment.body.len()].copy_from_slice(fragment.body);
        self.received.retain(|(from, to)| {
            let apart = *from > end || *to < start;
            if !apart {
                (start, end) = (start.min(*from), end.max(*to));
            }
            apart
        });
        self.received.push((start, end));
        true
    }

    /// The type of the message, once all of it is there.
    pub(super) fn complete_type(&self) -> Option<HandshakeType> {
        (self.received == [(0, self.length())]).then_some(self.message_type)
    }

    /// The message.
    pub(super) fn into_message(self) -> Option<HandshakeMessage> {
        HandshakeMessage::received(self.message_type, self.sequence, self.bytes)
    }
}
