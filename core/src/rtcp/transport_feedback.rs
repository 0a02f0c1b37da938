//! Transport-wide feedback.

use super::PacketArrivals;
use crate::wire::ByteReader;

/// When the packets of all streams of a transport arrived,
/// draft-holmer-rmcat-transport-wide-cc-extensions-01 section 3.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TransportFeedback<'a> {
    /// Who reports.
    pub sender_ssrc: u32,
    /// Any stream of the transport.
    pub media_ssrc: u32,
    /// The first packet reported on.
    pub base_sequence_number: u16,
    /// Packets reported on.
    pub packet_count: u16,
    /// The receiver's time that arrivals count from, in units of 64 ms, 24 bits signed.
    pub reference_time: i32,
    /// One more with each message, wrapping.
    pub feedback_count: u8,
    content: &'a [u8],
}

impl<'a> TransportFeedback<'a> {
    pub(super) fn parse(content: &'a [u8]) -> Option<TransportFeedback<'a>> {
        let mut reader = ByteReader::new(content);
        let feedback = TransportFeedback {
            sender_ssrc: reader.u32().ok()?,
            media_ssrc: reader.u32().ok()?,
            base_sequence_number: reader.u16().ok()?,
            packet_count: reader.u16().ok()?,
            // Shifting up and back extends the sign of the 24 bits.
            reference_time: (reader.u24().ok()? << 8) as i32 >> 8,
            feedback_count: reader.u8().ok()?,
            content: reader.rest(),
        };
        feedback.try_arrivals().map(|_| feedback)
    }

    fn try_arrivals(&self) -> Option<PacketArrivals<'a>> {
        // One unit of reference time is 256 of the units that arrivals have.
        let time = i64::from(self.reference_time) * 256;
        PacketArrivals::new(self.base_sequence_number, self.packet_count, time, self.content)
    }

    /// The packets in ascending order.
    pub fn arrivals(&self) -> impl Iterator<Item = super::PacketArrival> + 'a {
        self.try_arrivals().into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: [u8; 8] = [0, 0, 0, 1, 0, 0, 0, 2];

    fn arrivals(rest: &[u8]) -> Option<Vec<(u16, Option<i64>, bool)>> {
        let content = [&HEADER, rest].concat();
        let feedback = TransportFeedback::parse(&content)?;
        Some(feedback.arrivals().map(|a| (a.sequence_number, a.arrival, a.is_received)).collect())
    }

    #[test]
    fn runs_and_vectors_are_followed() {
        let rest = [
            0xff, 0xff, 0, 7, 0, 0, 2, 9, // base 65535, 7 packets, reference 2
            0x20, 2, // a run of two small deltas
            0xd8, 0x00, // two-bit symbols: 01, 10, then not received
            4, 8, 12, 0xff, 0xf0, // deltas
        ];
        assert_eq!(
            arrivals(&rest).expect("a message"),
            [
                (0xffff, Some(516), true),
                (0, Some(524), true),
                (1, Some(536), true),
                (2, Some(520), true),
                (3, None, false),
                (4, None, false),
                (5, None, false),
            ]
        );
    }

    #[test]
    fn one_bit_vectors_name_fourteen() {
        let rest = [0, 1, 0, 3, 0xff, 0xff, 0xff, 0, 0xa8, 0, 1, 1];
        assert_eq!(
            arrivals(&rest).expect("a message"),
            [(1, Some(-255), true), (2, None, false), (3, Some(-254), true)]
        );
    }

    #[test]
    fn missing_chunks_are_malformed_and_missing_deltas_end_it() {
        assert_eq!(arrivals(&[0, 1, 0, 9, 0, 0, 0, 0, 0x20, 3]), None);
        assert_eq!(arrivals(&[0, 1, 0, 3, 0, 0, 0, 0, 0x20, 3, 1]).map(|a| a.len()), Some(1));
    }
}
