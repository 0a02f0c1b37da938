//! What a step brought.

use roomrtc_core::base::{Deadline, Time};
use roomrtc_core::session::{CommandError, Event, ReceivedFrame, ReceivedPacket, Transmit};

use super::{Content, Fingerprint, PollKind, PollRun, masking};

/// What a step brought, as it is recorded and compared: every poll in order, events in words, all
/// else by its length and a hash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outputs {
    /// Why a command was refused.
    pub(super) refusal: Option<String>,
    pub(super) runs: Vec<PollRun>,
    pub(super) events: Vec<String>,
    /// Bytes of each frame, packet and transmit, in the order they were found.
    pub(super) lengths: Vec<u64>,
    /// Over frames, packets and transmits.
    pub(super) hash: Fingerprint,
    /// Over what was sealed.
    pub(super) sealed: u64,
    pub(super) deadline: Option<Deadline>,
}

impl Outputs {
    /// The most polls in a step: one that goes on is parted.
    pub(super) const MOST_POLLS: u32 = 4_096;

    /// Makes room for the next step.
    pub(super) fn clear(&mut self) {
        self.refusal = None;
        self.runs.clear();
        self.events.clear();
        self.lengths.clear();
        self.hash = Fingerprint::default();
        self.sealed = 0;
        self.deadline = None;
    }

    /// Whether another poll would be one too many.
    pub(super) fn is_full(&self) -> bool {
        self.runs.len() >= Self::MOST_POLLS as usize
            || self.runs.last().is_some_and(|run| run.polls() >= Self::MOST_POLLS)
    }

    pub(super) fn note_refusal(&mut self, error: &CommandError) {
        self.refusal = Some(error.to_string());
    }

    pub(super) fn note_nothing(&mut self, kind: PollKind) {
        self.run_of(kind).is_ended = true;
    }

    pub(super) fn note_event(&mut self, event: &Event) {
        self.run_of(PollKind::Event).found += 1;
        self.events.push(format!("{event:?}"));
    }

    pub(super) fn note_frame(&mut self, frame: &ReceivedFrame, bytes: &[u8], content: Content) {
        self.run_of(PollKind::Frame).found += 1;
        self.lengths.push(frame.length as u64);
        self.hash.add_number(frame.media as u64);
        self.hash.add_number(u64::from(frame.timestamp));
        self.hash.add(&[u8::from(frame.is_key_frame), u8::from(frame.is_decodable)]);
        self.note_times([frame.first_arrival, frame.last_arrival]);
        if content.disclosure.has_media() {
            self.hash.add(bytes);
        }
    }

    pub(super) fn note_packet(&mut self, packet: &ReceivedPacket, bytes: &[u8], content: Content) {
        self.run_of(PollKind::Packet).found += 1;
        self.lengths.push(bytes.len() as u64);
        self.hash.add_number(packet.media as u64);
        self.hash.add_number(packet.extended_sequence_number);
        self.note_times([packet.arrival; 2]);
        let is_whole = content.disclosure.has_media();
        let end = if is_whole { bytes.len() } else { packet.payload.start.min(bytes.len()) };
        self.hash.add(&bytes[..end]);
    }

    pub(super) fn note_transmit(&mut self, transmit: &Transmit, bytes: &[u8], content: Content) {
        self.run_of(PollKind::Transmit).found += 1;
        self.lengths.push(transmit.length as u64);
        self.note_way(transmit);
        if content.disclosure.has_keys() {
            return self.hash.add(bytes);
        }
        for datagram in bytes.chunks(transmit.segment_size.unwrap_or(bytes.len()).max(1)) {
            masking::of_sent(datagram, |range| self.hash.add(&datagram[range]));
        }
    }

    fn note_way(&mut self, transmit: &Transmit) {
        let mut way = [0; 48];
        for (address, place) in [(transmit.local, 0), (transmit.destination, 24)] {
            match address.ip() {
                std::net::IpAddr::V4(ip) => way[place..place + 4].copy_from_slice(&ip.octets()),
                std::net::IpAddr::V6(ip) => way[place..place + 16].copy_from_slice(&ip.octets()),
            }
            way[place + 16..place + 18].copy_from_slice(&address.port().to_be_bytes());
        }
        way[18] = transmit.ecn;
        let segment = transmit.segment_size.unwrap_or(0) as u32;
        way[42..46].copy_from_slice(&segment.to_be_bytes());
        self.hash.add(&way);
    }

    fn note_times(&mut self, times: [Time; 2]) {
        times.into_iter().for_each(|time| self.hash.add_number(time.as_nanos()));
    }

    /// The run that the next poll of `kind` is part of.
    fn run_of(&mut self, kind: PollKind) -> &mut PollRun {
        let goes_on = self.runs.last().is_some_and(|run| run.kind == kind && !run.is_ended);
        if !goes_on {
            self.runs.push(PollRun { kind, found: 0, is_ended: false });
        }
        let last = self.runs.len() - 1;
        &mut self.runs[last]
    }
}
