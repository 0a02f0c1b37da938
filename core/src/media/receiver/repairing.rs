//! Asking for lost packets, and taking in what is sent again.

use std::ops::Range;
use std::time::Duration;

use super::MediaReceiver;
use crate::base::Time;
use crate::media::DropReason;
use crate::media::packet_pool::PacketPool;
use crate::rtp::Header;

impl MediaReceiver {
    /// The round-trip time is this now.
    pub(in crate::media) fn set_round_trip_time(&mut self, round_trip_time: Option<Duration>) {
        self.repair.set_round_trip_time(round_trip_time);
        self.share_patience();
    }

    /// Tells the jitter buffer how long the repair of its gap takes, if that is asked for.
    fn share_patience(&mut self) {
        let patience = self.patience();
        if let Some(buffer) = &mut self.buffer {
            let is_awaited = self.repair.awaits(buffer.next());
            buffer.set_repair_wait(patience.filter(|_| is_awaited));
        }
    }

    /// How long to wait for a packet that is asked for; `None` if none is.
    fn patience(&self) -> Option<Duration> {
        let is_used = self.parameters.feedback.generic_nack && self.parameters.is_active;
        self.repair.patience(self.config.delay_ceiling).filter(|_| is_used)
    }

    /// A packet of the stream has come; `is_repair` if as a retransmission. Whether it was one.
    pub(super) fn note_arrival(&mut self, now: Time, sequence: u64, is_repair: bool) -> bool {
        if !self.parameters.feedback.generic_nack {
            return is_repair;
        }
        self.repair.is_separate = !self.parameters.retransmissions.is_empty();
        let was_repair = self.repair.receive(now, sequence, is_repair);
        self.statistics.packets_repaired += u64::from(was_repair);
        was_repair
    }

    /// Gives up asking for what nobody waits for any more.
    pub(super) fn review_missing(&mut self, now: Time) {
        match &self.buffer {
            Some(buffer) => self.repair.forget_before(buffer.next()),
            None => self.repair.forget_late(now, self.patience().unwrap_or_default()),
        }
        self.share_patience();
    }

    /// When packets are to be asked for, where that can be done and is of use.
    pub(in crate::media) fn nack_due(&self) -> Option<Time> {
        self.patience()?;
        self.repair.due().filter(|_| self.source.is_some())
    }

    /// Adds the sequence numbers of the packets that are to be asked for now, in at most `most`
    /// entries of a generic NACK.
    pub(in crate::media) fn collect_lost(&mut self, now: Time, most: usize, output: &mut Vec<u16>) {
        let before = output.len();
        self.repair.collect(now, most, output);
        self.statistics.nacks_sent += u64::from(output.len() > before);
        self.statistics.packets_requested += (output.len() - before) as u64;
    }

    /// Takes in a packet of retransmissions, RFC 4588 section 4: behind its header is the number
    /// of the original, whose payload type is `associated`.
    pub(super) fn receive_retransmission(
        &mut self,
        now: Time,
        header: &Header,
        associated: u8,
        payload: Range<usize>,
        packet: &mut Vec<u8>,
        pool: &mut PacketPool,
    ) {
        self.statistics.packets_received += 1;
        // Padding alone, with which the sender looks for bandwidth.
        if payload.is_empty() {
            self.statistics.padding_packets_received += 1;
            return;
        }
        match self.unwrap_retransmission(header, &payload, packet) {
            Ok(number) => {
                let payload = payload.start + 2..payload.end;
                self.statistics.bytes_received += payload.len() as u64;
                self.statistics.retransmitted_bytes_received += payload.len() as u64;
                self.receive_original(now, header, (associated, number), payload, packet, pool);
            }
            Err(reason) => self.drop_one(reason),
        }
    }

    /// The number of the original, if it is of the source received.
    fn unwrap_retransmission(
        &mut self,
        header: &Header,
        payload: &Range<usize>,
        packet: &[u8],
    ) -> Result<u64, DropReason> {
        let number = packet.get(payload.clone()).and_then(|payload| payload.first_chunk());
        let number = u16::from_be_bytes(*number.ok_or(DropReason::MalformedPayload)?);
        if !self.parameters.is_active {
            return Err(DropReason::Inactive);
        }
        let mut repairs = self.parameters.repairs.iter();
        let repaired = repairs.find(|(own, _)| *own == header.ssrc).map(|(_, of)| *of);
        let source = self.source.as_mut().filter(|source| {
            source.ssrc != header.ssrc && repaired.is_none_or(|ssrc| ssrc == source.ssrc)
        });
        let source = source.ok_or(DropReason::UnknownSource)?;
        let sequence = source.numbers.place(number).ok_or(DropReason::OutOfRange)?;
        self.statistics.retransmitted_packets_received += 1;
        let is_first = source.window.insert(sequence);
        is_first.then_some(sequence).ok_or(DropReason::Duplicate)
    }

    fn receive_original(
        &mut self,
        now: Time,
        header: &Header,
        (associated, sequence): (u8, u64),
        payload: Range<usize>,
        packet: &mut Vec<u8>,
        pool: &mut PacketPool,
    ) {
        let Some(payload_type) = self.payload_type(associated) else {
            return self.drop_one(DropReason::UnknownPayloadType);
        };
        let header = Header {
            payload_type: associated,
            sequence_number: sequence as u16,
            ssrc: self.source.as_ref().map_or(header.ssrc, |source| source.ssrc),
            ..*header
        };
        self.note_arrival(now, sequence, true);
        self.take_in(now, &header, (payload_type, sequence, true), payload, packet, pool);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::{
        FeedbackSupport, JitterBufferConfig, PayloadFormat, PayloadType, ReceiverParameters,
        RetransmissionType,
    };
    use crate::rtp::MediaClock;

    fn receiver() -> MediaReceiver {
        let number = 96;
        let (clock, format) = (MediaClock::VIDEO, PayloadFormat::Packets);
        let parameters = ReceiverParameters {
            payload_types: vec![PayloadType { number, clock, format }],
            retransmissions: vec![RetransmissionType { number: 97, associated: 96 }],
            mid: None,
            mid_extension: None,
            ssrcs: vec![7],
            repairs: vec![(8, 7), (10, 9)],
            feedback: FeedbackSupport { generic_nack: true, ..FeedbackSupport::default() },
            parameter_sets: Vec::new(),
            is_active: true,
        };
        MediaReceiver::new(0, parameters, JitterBufferConfig::default())
    }

    fn receive(own: &mut MediaReceiver, ssrc: u32, payload_type: u8, number: u16, payload: &[u8]) {
        let header = Header { payload_type, ssrc, sequence_number: number, ..Header::default() };
        let mut packet = [&[0; 12][..], payload].concat();
        let range = 12..packet.len();
        let now = Time::from_secs(1);
        own.receive(now, &header, range, &mut packet, &mut PacketPool::new());
    }

    fn delivered(own: &mut MediaReceiver) -> Vec<(u16, Vec<u8>)> {
        let pool = &mut PacketPool::new();
        std::iter::from_fn(|| {
            let mut packet = Vec::new();
            let received = own.poll_packet(&mut packet, pool)?;
            assert_eq!((received.header.ssrc, received.header.payload_type), (7, 96));
            Some((received.header.sequence_number, packet[received.payload].to_vec()))
        })
        .collect()
    }

    fn lost(own: &mut MediaReceiver) -> Vec<u16> {
        let mut lost = Vec::new();
        own.collect_lost(Time::from_secs(1), 16, &mut lost);
        lost
    }

    #[test]
    fn a_retransmission_is_the_packet_that_was_lost() {
        let mut own = receiver();
        receive(&mut own, 7, 96, 65_534, b"one");
        receive(&mut own, 7, 96, 1, b"four");
        assert_eq!(own.nack_due(), Some(Time::from_secs(1)));
        assert_eq!(lost(&mut own), [65_535, 0]);
        for source in [8, 99] {
            // Known from the description, or only by its payload type.
            let number = if source == 8 { 0 } else { 65_535 };
            receive(&mut own, source, 97, 5, &[&u16::to_be_bytes(number)[..], b"again"].concat());
        }
        let expected = [(65_534, &b"one"[..]), (1, b"four"), (0, b"again"), (65_535, b"again")];
        assert_eq!(delivered(&mut own), expected.map(|(number, text)| (number, text.to_vec())));
        assert_eq!(lost(&mut own), []);
        let statistics = own.statistics();
        assert_eq!(statistics.packets_lost, 2, "reports are of the stream itself");
        assert_eq!((statistics.packets_received, statistics.packets_repaired), (4, 2));
        assert_eq!(statistics.retransmitted_packets_received, 2);
        assert_eq!((statistics.nacks_sent, statistics.packets_requested), (1, 2));
    }

    #[test]
    fn padding_is_counted_and_swallowed() {
        let mut own = receiver();
        receive(&mut own, 8, 97, 0, b"");
        receive(&mut own, 7, 96, 5, b"one");
        receive(&mut own, 8, 97, 1, b"");
        assert_eq!(delivered(&mut own).len(), 1);
        assert_eq!(own.statistics().padding_packets_received, 2);
        assert_eq!(own.statistics().drops.total(), 0);
    }

    #[test]
    fn what_repairs_nothing_of_ours_is_dropped_by_reason() {
        let mut own = receiver();
        receive(&mut own, 8, 97, 0, &[0, 5, 1]);
        assert_eq!(own.statistics().drops.count(DropReason::UnknownSource), 1);
        receive(&mut own, 7, 96, 5, b"one");
        for (ssrc, payload, reason) in [
            (10, &[0, 4, 1][..], DropReason::UnknownSource),
            (7, &[0, 4, 1], DropReason::UnknownSource),
            (8, &[0], DropReason::MalformedPayload),
            (8, &[0, 5, 1], DropReason::Duplicate),
            (8, &[0x70, 0, 1], DropReason::OutOfRange),
        ] {
            let before = own.statistics().drops.count(reason);
            receive(&mut own, ssrc, 97, 1, payload);
            assert_eq!(own.statistics().drops.count(reason), before + 1, "{reason:?}");
        }
        assert_eq!(delivered(&mut own).len(), 1);
    }

    #[test]
    fn the_original_that_comes_after_its_repair_is_a_duplicate() {
        let mut own = receiver();
        receive(&mut own, 7, 96, 5, b"one");
        receive(&mut own, 7, 96, 7, b"three");
        receive(&mut own, 8, 97, 1, &[0, 6, 2]);
        receive(&mut own, 7, 96, 6, b"two");
        assert_eq!(own.statistics().drops.count(DropReason::Duplicate), 1);
        assert_eq!(delivered(&mut own).len(), 3);
    }

    #[test]
    fn nothing_is_asked_for_that_was_not_agreed_or_cannot_come_in_time() {
        let mut own = receiver();
        own.parameters.feedback.generic_nack = false;
        receive(&mut own, 7, 96, 5, b"one");
        receive(&mut own, 7, 96, 7, b"three");
        assert_eq!(own.nack_due(), None);
        let mut own = receiver();
        receive(&mut own, 7, 96, 5, b"one");
        receive(&mut own, 7, 96, 7, b"three");
        own.set_round_trip_time(Some(Duration::from_millis(600)));
        assert_eq!(own.nack_due(), None);
        own.set_round_trip_time(Some(Duration::from_millis(100)));
        assert!(own.nack_due().is_some());
    }
}
