//! A flight, and how far it is sent.

use super::FlightRecord;

/// The messages of a flight, and the place up to which they have been polled.
#[derive(Clone, Debug, Default)]
pub(in crate::dtls) struct Flight {
    records: Vec<FlightRecord>,
    index: usize,
    offset: usize,
}

impl Flight {
    /// Adds a part at the end.
    pub(in crate::dtls) fn push(&mut self, record: FlightRecord) {
        self.records.push(record);
    }

    /// Sends everything again.
    pub(in crate::dtls) fn rewind(&mut self) {
        (self.index, self.offset) = (0, 0);
    }

    /// Whether there is nothing in it.
    pub(in crate::dtls) fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The part that is to be sent next, and its next piece if a record may carry `room` bytes
    /// beyond what `overhead` says for its epoch.
    pub(in crate::dtls) fn next(
        &self,
        room: usize,
        overhead: impl FnOnce(u16) -> usize,
    ) -> Option<(&FlightRecord, usize)> {
        let record = self.records.get(self.index)?;
        let room = room.checked_sub(overhead(record.epoch))?;
        record.piece(self.offset, room).map(|length| (record, length))
    }

    /// Appends the next piece, of `length` bytes.
    pub(in crate::dtls) fn append(&self, length: usize, output: &mut Vec<u8>) {
        if let Some(record) = self.records.get(self.index) {
            record.append(self.offset, length, output);
        }
    }

    /// Moves on behind the piece of `length` bytes.
    pub(in crate::dtls) fn advance(&mut self, length: usize) {
        self.offset += length;
        let whole = self.records.get(self.index).map(FlightRecord::length);
        if whole.is_none_or(|whole| self.offset >= whole) {
            (self.index, self.offset) = (self.index + 1, 0);
        }
    }

    /// Gives back memory that was reserved and is not in use.
    pub(in crate::dtls) fn shrink(&mut self) {
        self.records.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dtls::ProtocolVersion;
    use crate::dtls::handshake::{
        CertificateVerify, Fragment, HandshakeMessage, Reassembler, ServerHelloDone,
    };
    use crate::wire::ByteReader;

    fn flight() -> Flight {
        let body = CertificateVerify { scheme: 0x0403, signature: (0..200).collect() };
        let mut flight = Flight::default();
        let version = ProtocolVersion::Dtls12;
        flight.push(FlightRecord::message(&HandshakeMessage::new(0, &body), version, 0));
        let done = HandshakeMessage::new(1, &ServerHelloDone);
        flight.push(FlightRecord::message(&done, version, 0));
        flight
    }

    fn pieces(flight: &mut Flight, room: usize) -> Vec<Vec<u8>> {
        let mut pieces = Vec::new();
        while let Some((_, length)) = flight.next(room, |_| 0) {
            let mut piece = Vec::new();
            flight.append(length, &mut piece);
            flight.advance(length);
            assert!(piece.len() <= room);
            pieces.push(piece);
        }
        pieces
    }

    #[test]
    fn pieces_of_any_size_make_up_the_messages_again_and_again() {
        let mut flight = flight();
        for room in [44, 60, 100, 1_000] {
            flight.rewind();
            let mut reassembler = Reassembler::default();
            for piece in pieces(&mut flight, room) {
                let fragment = Fragment::decode(&mut ByteReader::new(&piece)).expect("valid");
                reassembler.insert(&fragment).expect("kept");
            }
            let message = reassembler.take().expect("the first message");
            assert_eq!(message.body().len(), 204);
            assert_eq!(message.body()[4..], (0..200).collect::<Vec<u8>>());
            assert!(reassembler.take().is_some_and(|message| message.body().is_empty()));
        }
    }

    #[test]
    fn no_piece_is_cut_for_a_room_too_small() {
        assert!(flight().next(43, |_| 0).is_none());
        assert!(flight().next(60, |_| 40).is_none());
        assert!(flight().next(60, |_| 16).is_some());
    }
}
