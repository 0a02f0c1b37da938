//! A whole stream over bad paths, with an oracle that watches what is delivered.

use std::collections::BTreeMap;

use roomrtc_core::base::Time;
use roomrtc_core::codec::h264::PacketizationMode;
use roomrtc_core::media::{MediaConfig, ReceivedFrame};

use super::network::Network;
use super::pair::{MEDIA, Pair, deliver, frame_time, h264};
use super::repair_mode::RepairMode;
use super::video::Video;

/// Alice sends 30 frames a second to bob, a key frame first and whenever asked.
pub(super) struct Stream {
    pub(super) pair: Pair,
    pub(super) forward: Network,
    backward: Network,
    video: Video,
    is_key_frame_next: bool,
    next_frame: u32,
    next_millis: u64,
    /// Frames sent by number: what they were, and whether they were key frames.
    sent: BTreeMap<u32, (Vec<u8>, bool)>,
    timestamp_offset: Option<u32>,
    /// Whether a frame has been delivered with its delimiter.
    has_shown_delimiters: bool,
    /// The numbers of the frames delivered.
    pub(super) delivered: Vec<u32>,
}

impl Stream {
    pub(super) fn with_repair(
        seed: u64,
        mode: PacketizationMode,
        forward: Network,
        repair: RepairMode,
    ) -> Stream {
        let largest = if mode == PacketizationMode::SingleNalUnit { 1_000 } else { 6_000 };
        Stream {
            pair: Pair::with_repair(h264(mode), &MediaConfig::default(), repair),
            forward,
            backward: Network::new(seed ^ 1, 0, 0, 1_000),
            video: Video::new(seed, largest),
            is_key_frame_next: true,
            next_frame: 0,
            next_millis: 1_000,
            sent: BTreeMap::new(),
            timestamp_offset: None,
            has_shown_delimiters: false,
            delivered: Vec::new(),
        }
    }

    /// Lets `millis` milliseconds pass.
    pub(super) fn run(&mut self, millis: u64) {
        for _ in 0..millis {
            let now = Time::from_millis(self.next_millis);
            self.next_millis += 1;
            if frame_time(self.next_frame).0 <= now {
                self.send_frame(now);
            }
            self.carry(now);
            for (frame, data) in self.pair.frames(now) {
                self.judge(frame, &data);
            }
        }
    }

    fn send_frame(&mut self, now: Time) {
        let is_key_frame = self.is_key_frame_next;
        let data = if is_key_frame { self.video.key_frame() } else { self.video.delta_frame() };
        let timestamp = frame_time(self.next_frame).1;
        self.pair.alice.send_frame(now, MEDIA, timestamp, &data).expect("a frame");
        self.sent.insert(self.next_frame, (data, is_key_frame));
        self.next_frame += 1;
        self.is_key_frame_next = false;
    }

    fn carry(&mut self, now: Time) {
        for (kind, packet) in self.pair.sent_by_alice(now) {
            self.forward.send(now, kind, &packet);
        }
        for (at, kind, packet) in self.forward.receive(now) {
            deliver(&mut self.pair.bob, at, kind, packet);
        }
        self.pair.bob.handle_timeout(now);
        for (kind, packet) in self.pair.sent_by_bob(now) {
            self.backward.send(now, kind, &packet);
        }
        for (at, kind, packet) in self.backward.receive(now) {
            deliver(&mut self.pair.alice, at, kind, packet);
        }
        self.is_key_frame_next |= self.pair.alice.poll_event(now).is_some();
    }

    /// Every frame delivered is one that was sent, whole, once, in order, and can be decoded.
    fn judge(&mut self, frame: ReceivedFrame, data: &[u8]) {
        let number = self.number_of(&frame, data);
        let (sent, is_key_frame) = &self.sent[&number];
        // In a packet of its own, a delimiter that is lost cannot be missed before another has shown
        // that the stream has them.
        let lacks_delimiter = *is_key_frame && !self.has_shown_delimiters && data == &sent[6..];
        let is_whole = data == sent || lacks_delimiter;
        self.has_shown_delimiters |= !lacks_delimiter;
        assert!(is_whole, "frame {number}: {} bytes of {}", data.len(), sent.len());
        assert_eq!(frame.is_key_frame, *is_key_frame, "frame {number}");
        let last = self.delivered.last().copied();
        assert!(last.is_none_or(|last| last < number), "frame {number} after {last:?}");
        let follows = last.is_some_and(|last| last + 1 == number);
        assert!(follows || *is_key_frame, "frame {number} after {last:?} cannot be decoded");
        self.delivered.push(number);
    }

    /// The number of a frame by its timestamp, whose random offset the first frame tells.
    fn number_of(&mut self, frame: &ReceivedFrame, data: &[u8]) -> u32 {
        let offset = *self.timestamp_offset.get_or_insert_with(|| {
            let first = self.sent.iter().find(|(_, (sent, _))| sent.ends_with(data));
            let number = first.map(|(number, _)| *number).expect("a frame that was sent");
            frame.timestamp.wrapping_sub(number * 3_000)
        });
        frame.timestamp.wrapping_sub(offset) / 3_000
    }

    /// How many frames the stream has sent.
    pub(super) fn frames_sent(&self) -> u32 {
        self.next_frame
    }
}
