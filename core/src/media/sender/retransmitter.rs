//! Sending lost packets again.

use std::collections::VecDeque;
use std::time::Duration;

use super::header_template::HeaderTemplate;
use super::history::History;
use crate::base::{RandomStream, Time};
use crate::media::PacketKind;
use crate::planted_bugs::{PlantedBug, is_planted};

/// Bytes of the original sequence number in front of the payload, RFC 4588 section 4.
pub(super) const ORIGINAL_SEQUENCE_NUMBER: usize = 2;

/// Bytes that may be sent again at once, before the share counts.
const BURST: u64 = 48_000;

/// One byte may be sent again for so many that are sent for the first time.
const SHARE: u64 = 2;

/// How often a packet is sent again at most. webrtc-rs' `rtc` 0.21 does not count what came as a
/// retransmission as received: of 39 lost packets it asked 1,929 times in ten seconds. Without a bound
/// such requests use up the share, and packets that are asked for the first time are not sent.
const MOST_TIMES: u8 = 4;

/// How long a packet is not sent again after it was, as long as no round-trip time is known.
const UNKNOWN: Duration = Duration::from_millis(50);

/// Answers generic NACKs, RFC 4585 section 6.2.1: as a stream of retransmissions (RFC 4588) where
/// one is negotiated, else with the packet itself.
///
/// A packet that is asked for again within three quarters of a round trip is on its way already, and
/// one that was sent again four times is not sent a fifth time.
/// All that is sent again stays below half of what is sent, beyond a burst.
#[derive(Clone, Debug, Default)]
pub(in crate::media) struct Retransmitter {
    /// The source of retransmissions.
    pub(in crate::media) ssrc: u32,
    next_sequence_number: u16,
    pub(super) header: HeaderTemplate,
    history: History,
    /// The numbers to be sent again, in the order they were asked for.
    wanted: VecDeque<u16>,
    /// Bytes that may be sent again now.
    credit: u64,
    /// Packets not sent again for want of credit.
    pub(super) unpaid: u64,
}

impl Retransmitter {
    /// Draws a new SSRC and first sequence number, which follow the rules of those of the media.
    pub(super) fn draw_numbers(&mut self, random: &mut RandomStream) {
        self.ssrc = random.next_u32();
        self.next_sequence_number = random.next_u32() as u16 & 0x7fff;
        self.credit = BURST;
        self.clear();
    }

    /// Forgets what was sent.
    pub(super) fn clear(&mut self) {
        self.header.clear();
        self.history.clear();
        self.wanted.clear();
    }

    /// Forgets what is to be sent again.
    pub(super) fn clear_wanted(&mut self) {
        self.wanted.clear();
    }

    /// A packet was sent for the first time; its payload begins at `header_length`.
    pub(super) fn note_sent(
        &mut self,
        now: Time,
        sequence_number: u16,
        header_length: usize,
        packet: &[u8],
    ) {
        self.credit = (self.credit + packet.len() as u64 / SHARE).min(BURST);
        self.history.push(now, sequence_number, header_length, packet);
    }

    /// The other side asks for a packet; whether it gets it.
    pub(super) fn request(
        &mut self,
        now: Time,
        sequence_number: u16,
        round_trip_time: Option<Duration>,
    ) -> bool {
        let pause = round_trip_time.map_or(UNKNOWN, |rtt| rtt * 3 / 4);
        let Some(packet) = self.history.find(now, sequence_number) else { return false };
        let is_on_its_way = packet.granted.is_some_and(|at| now.since(at) < pause);
        let is_enough = is_on_its_way || packet.times_granted >= MOST_TIMES;
        if is_enough && !is_planted(PlantedBug::ResendWithoutLimit)
            || self.wanted.len() >= History::MOST
        {
            return false;
        }
        packet.granted = Some(now);
        packet.times_granted = packet.times_granted.saturating_add(1);
        let copies = if is_planted(PlantedBug::ResendWithoutLimit) { 4 } else { 1 };
        self.wanted.extend(std::iter::repeat_n(sequence_number, copies));
        true
    }

    /// Whether something is to be sent again.
    pub(super) fn is_wanted(&self) -> bool {
        !self.wanted.is_empty()
    }

    /// Appends the next packet that is to be sent again: in a stream of retransmissions if the
    /// header for them `is_separate`. Gives its kind and the bytes of its payload.
    pub(super) fn poll(
        &mut self,
        now: Time,
        is_separate: bool,
        transport: &mut u16,
        output: &mut Vec<u8>,
    ) -> Option<(PacketKind, usize)> {
        while let Some(number) = self.wanted.pop_front() {
            let Some(packet) = self.history.find(now, number) else { continue };
            let (size, payload) = (packet.bytes.len() as u64, packet.payload().len());
            if size > self.credit && !is_planted(PlantedBug::ResendWithoutLimit) {
                self.unpaid += 1;
                continue;
            }
            self.credit = self.credit.saturating_sub(size);
            if is_separate {
                self.write_separate(now, number, transport, output);
                return Some((PacketKind::Rtp, payload));
            }
            let start = output.len();
            output.extend_from_slice(&packet.bytes);
            if is_planted(PlantedBug::ResendWithChangedHeader) {
                output[start + 1] ^= 0x80;
            }
            return Some((PacketKind::RepeatedRtp, payload));
        }
        None
    }

    /// RFC 4588 section 4: the timestamp and the marker are those of the packet, and its number
    /// precedes its payload.
    fn write_separate(
        &mut self,
        now: Time,
        number: u16,
        transport: &mut u16,
        output: &mut Vec<u8>,
    ) {
        let Some(packet) = self.history.find(now, number) else { return };
        let own = match is_planted(PlantedBug::KeepNumberInRetransmission) {
            true => number,
            false => self.next_sequence_number,
        };
        let start = output.len();
        self.header.write(now, own, packet.timestamp(), transport, output);
        output[start + 1] |= packet.marker_bit();
        output.extend_from_slice(&number.to_be_bytes());
        output.extend_from_slice(packet.payload());
        self.next_sequence_number = self.next_sequence_number.wrapping_add(1);
    }

    /// Packets and bytes kept.
    pub(super) fn held(&self) -> (usize, usize) {
        self.history.held()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Seed;
    use crate::rtp::{ExtensionIds, Packet};

    const RTT: Option<Duration> = Some(Duration::from_millis(40));

    fn packet(number: u16, size: usize) -> Vec<u8> {
        let mut packet = vec![0x80, 0x80 | 96];
        packet.extend(number.to_be_bytes());
        packet.extend([0, 0, 0, 9, 0, 0, 0, 7]);
        packet.extend((12..size).map(|place| place as u8));
        packet
    }

    fn filled(numbers: std::ops::Range<u16>, size: usize) -> Retransmitter {
        let mut own = Retransmitter::default();
        own.draw_numbers(&mut Seed::from_u64(1).stream("media"));
        for number in numbers {
            own.note_sent(Time::ZERO, number, 12, &packet(number, size));
        }
        own
    }

    fn poll(own: &mut Retransmitter, is_separate: bool) -> Option<(PacketKind, Vec<u8>)> {
        let mut output = Vec::new();
        let (kind, _) = own.poll(Time::ZERO, is_separate, &mut 0, &mut output)?;
        Some((kind, output))
    }

    #[test]
    fn without_a_stream_of_its_own_a_packet_is_sent_again_as_it_was() {
        let mut own = filled(65_530..65_535, 100);
        assert!(own.request(Time::ZERO, 65_532, RTT));
        assert_eq!(poll(&mut own, false), Some((PacketKind::RepeatedRtp, packet(65_532, 100))));
        assert_eq!(poll(&mut own, false), None);
    }

    #[test]
    fn a_retransmission_has_its_own_source_number_and_type() {
        let mut own = filled(5..9, 100);
        own.header.fill(97, own.ssrc, ExtensionIds::default(), &[]);
        let first = own.next_sequence_number;
        for (step, number) in [7, 5].into_iter().enumerate() {
            assert!(own.request(Time::ZERO, number, RTT));
            let (kind, bytes) = poll(&mut own, true).expect("a packet");
            let sent = Packet::parse(&bytes).expect("RTP");
            assert_eq!((kind, sent.header.ssrc), (PacketKind::Rtp, own.ssrc));
            assert_eq!((sent.header.payload_type, sent.header.marker), (97, true));
            assert_eq!(sent.header.sequence_number, first + step as u16);
            assert_eq!(sent.header.timestamp, 9);
            assert_eq!(sent.payload()[..2], number.to_be_bytes());
            assert_eq!(sent.payload()[2..], packet(number, 100)[12..]);
        }
    }

    #[test]
    fn who_asks_again_within_a_round_trip_is_not_heard() {
        let mut own = filled(0..10, 100);
        let at = Time::from_millis;
        assert!(own.request(at(0), 3, RTT));
        assert!(!own.request(at(29), 3, RTT));
        assert!(own.request(at(30), 3, RTT));
        assert!(!own.request(at(60), 3, Some(Duration::from_millis(100))));
        assert!(own.request(at(80), 3, None));
        assert!(!own.request(at(80), 10, RTT), "never sent");
    }

    #[test]
    fn a_packet_is_sent_again_four_times_at_most() {
        let mut own = filled(0..10, 100);
        let asks = |number: u64| own.request(Time::from_millis(100 * number), 3, RTT);
        assert_eq!((0..20).map(asks).filter(|is_granted| *is_granted).count(), 4);
        assert!(own.request(Time::from_millis(1_900), 4, RTT), "another, for the first time");
    }

    #[test]
    fn what_is_sent_again_is_a_share_of_what_is_sent() {
        let mut own = filled(0..1_000, 1_000);
        let ask_for_all = |own: &mut Retransmitter, millis| {
            (0..1_000).for_each(|number| {
                own.request(Time::from_millis(millis), number, RTT);
            });
            std::iter::from_fn(|| poll(own, false)).count()
        };
        assert_eq!(ask_for_all(&mut own, 0), 48);
        assert_eq!(ask_for_all(&mut own, 100), 0);
        (1_000..1_020).for_each(|n| own.note_sent(Time::ZERO, n, 12, &packet(n, 1_000)));
        assert_eq!(ask_for_all(&mut own, 200), 10);
    }
}
