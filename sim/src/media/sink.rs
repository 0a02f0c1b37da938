//! The viewer of one side.

use roomrtc_core::base::Time;
use roomrtc_core::session::ReceivedFrame;
use xxhash_rust::xxh3::xxh3_64;

use super::{SentFrame, SentFrames};
use crate::trace::{FrameEvent, FrameFate};

/// Compares every frame that is delivered with the one that was sent.
///
/// A frame is known by the digest of its bytes, so that any source will do. A delivered frame equals a sent one in every byte, comes once and in order, and is said to be
/// decodable exactly when everything since the last key frame was delivered.
#[derive(Clone, Debug, Default)]
pub struct Sink {
    /// Frames delivered.
    pub received: u64,
    /// Key frames among them.
    pub key_frames: u64,
    /// Frames delivered with all that they depend on.
    pub decodable: u64,
    /// Of those, the last one's number.
    pub last_decodable: Option<u64>,
    /// When the last picture was shown, in the world's time.
    pub last_shown: Option<Time>,
    /// When the first picture was shown after the last fault had healed.
    pub first_since_healed: Option<Time>,
    last: Option<u64>,
    /// By how much the wire's timestamps are ahead of the application's.
    timestamp_offset: Option<u32>,
}

impl Sink {
    /// A picture is shown at the world's time `now`; `healed` is when the last fault has healed.
    pub fn show(&mut self, now: Time, healed: Time) {
        self.last_shown = Some(now);
        if now >= healed {
            self.first_since_healed.get_or_insert(now);
        }
    }

    /// The last frame delivered, decodable or not.
    pub const fn last(&self) -> Option<u64> {
        self.last
    }

    /// Takes a frame that the engine delivers: what is to be traced of it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn receive(
        &mut self,
        frame: &ReceivedFrame,
        data: &[u8],
        sent: &SentFrames,
    ) -> Result<FrameEvent, String> {
        let next = self.last.map_or(0, |last| last + 1);
        let original = sent.identify(next, xxh3_64(data)).ok_or_else(|| {
            format!("a frame of {} bytes after frame {:?} that nobody sent", data.len(), self.last)
        })?;
        let number = original.number;
        self.compare(frame, data, original)?;
        let is_decodable = self.count(original);
        if frame.is_decodable != is_decodable {
            let claim = if frame.is_decodable { "decodable" } else { "undecodable" };
            return Err(format!("frame {number} is said to be {claim}, which it is not"));
        }
        let fate = if is_decodable { FrameFate::Received } else { FrameFate::Undecodable };
        let SentFrame { captured, is_key_frame, .. } = *original;
        let length = data.len();
        let timestamp = Some(frame.timestamp);
        Ok(FrameEvent { fate, from: 0, number, sent: captured, length, is_key_frame, timestamp })
    }

    /// Counts a frame; says whether it can be decoded.
    fn count(&mut self, original: &SentFrame) -> bool {
        let number = original.number;
        let follows =
            self.last.is_some_and(|last| last + 1 == number && self.last_decodable == self.last);
        let is_decodable = original.is_key_frame || follows;
        self.last = Some(number);
        self.received += 1;
        self.key_frames += u64::from(original.is_key_frame);
        if is_decodable {
            self.decodable += 1;
            self.last_decodable = Some(number);
        }
        is_decodable
    }

    fn compare(
        &mut self,
        frame: &ReceivedFrame,
        data: &[u8],
        original: &SentFrame,
    ) -> Result<(), String> {
        let number = original.number;
        if self.last.is_some_and(|last| number <= last) {
            return Err(format!("frame {number} after frame {}", self.last.unwrap_or_default()));
        }
        if frame.length != data.len() || original.length != data.len() {
            let sent = original.length;
            return Err(format!("frame {number} of {sent} bytes came as {}", data.len()));
        }
        if frame.is_key_frame != original.is_key_frame {
            return Err(format!("frame {number} is taken for what it is not"));
        }
        let offset = frame.timestamp.wrapping_sub(original.timestamp);
        if *self.timestamp_offset.get_or_insert(offset) != offset {
            return Err(format!("frame {number} has the timestamp of another"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::{FrameSource, MediaParameters, PatternSource};
    use roomrtc_core::base::Seed;

    /// The frames, and their bytes.
    fn sent(count: u64) -> (SentFrames, Vec<Vec<u8>>) {
        let mut source = PatternSource::new(MediaParameters::default(), &Seed::from_u64(3));
        let (mut frames, mut bytes) = (SentFrames::default(), Vec::new());
        for number in 0..count {
            let mut data = Vec::new();
            let is_key_frame = source.next_frame(number, number == 4, &mut data);
            let (captured, timestamp) = (Time::from_millis(33 * number), 3_000 * number as u32);
            let (length, digest) = (data.len(), xxh3_64(&data));
            frames.push(SentFrame { number, captured, timestamp, is_key_frame, length, digest });
            bytes.push(data);
        }
        (frames, bytes)
    }

    fn received(frame: &SentFrame, is_decodable: bool) -> ReceivedFrame {
        ReceivedFrame {
            media: 0,
            timestamp: frame.timestamp.wrapping_sub(17),
            length: frame.length,
            is_key_frame: frame.is_key_frame,
            is_decodable,
            first_arrival: Time::ZERO,
            last_arrival: Time::ZERO,
        }
    }

    fn deliver(
        sink: &mut Sink,
        (sent, bytes): &(SentFrames, Vec<Vec<u8>>),
        number: u64,
        claim: bool,
    ) -> Result<u64, String> {
        let frame = sent.find(number).expect("sent");
        let data = &bytes[number as usize];
        sink.receive(&received(frame, claim), data, sent).map(|seen| seen.number)
    }

    #[test]
    fn frames_in_order_hold() {
        let (mut sink, sent) = (Sink::default(), sent(8));
        for (number, claim) in [(0, true), (1, true), (3, false), (4, true), (5, true)] {
            assert_eq!(deliver(&mut sink, &sent, number, claim), Ok(number));
        }
        assert_eq!((sink.received, sink.decodable, sink.key_frames), (5, 4, 2));
    }

    #[test]
    fn what_is_wrong_is_seen() {
        let (mut sink, sent) = (Sink::default(), sent(8));
        deliver(&mut sink, &sent, 0, true).expect("holds");
        assert!(deliver(&mut sink, &sent, 0, true).is_err(), "twice");
        assert!(deliver(&mut sink, &sent, 2, true).is_err(), "depends on what is missing");
        assert!(deliver(&mut sink, &sent, 1, false).is_err(), "out of order");
        let (frames, bytes) = &sent;
        let told = received(frames.find(5).expect("sent"), false);
        let mut damaged = bytes[5].clone();
        damaged[40] ^= 1;
        assert!(sink.receive(&told, &damaged, frames).is_err(), "one bit");
        assert!(sink.receive(&told, &bytes[6][..40], frames).is_err(), "cut");
    }
}
