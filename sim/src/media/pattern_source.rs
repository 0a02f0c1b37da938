//! A camera and encoder of which only the sizes are like the real ones.

use roomrtc_core::base::{RandomStream, Seed};

use super::{FrameSource, MediaParameters, Pattern};

/// Makes frames of drawn sizes with known content.
#[derive(Clone, Debug)]
pub struct PatternSource {
    parameters: MediaParameters,
    pattern: Pattern,
    sizes: RandomStream,
    scenes: RandomStream,
    /// Frames since the last key frame.
    since_key_frame: u32,
    /// Bytes that larger frames have taken in advance, as rate control pays them back.
    debt: i64,
}

impl PatternSource {
    const START_CODE: [u8; 4] = [0, 0, 0, 1];

    /// Parameter sets of a 1280x720 picture, Constrained Baseline, level 3.1.
    const SEQUENCE_PARAMETER_SET: [u8; 10] =
        [0x67, 0x42, 0xc0, 0x1f, 0x8c, 0x8d, 0x40, 0x50, 0x1e, 0x90];
    const PICTURE_PARAMETER_SET: [u8; 4] = [0x68, 0xce, 0x3c, 0x80];
    /// Bytes of both with their start codes.
    const PARAMETER_SETS: usize = 22;
    const IDR_SLICE: u8 = 0x65;
    const SLICE: u8 = 0x41;

    /// Bytes of the frame's number in its slice.
    const NUMBER: usize = 8;

    /// A source that draws from the streams of `seed`.
    pub fn new(parameters: MediaParameters, seed: &Seed) -> PatternSource {
        PatternSource {
            parameters,
            pattern: Pattern::new(&mut seed.stream("pattern")),
            sizes: seed.stream("frame sizes"),
            scenes: seed.stream("scene changes"),
            since_key_frame: 0,
            debt: 0,
        }
    }

    /// The number that a frame of this source carries, if it is one.
    pub fn number(frame: &[u8]) -> Option<u64> {
        let slice = if frame.get(4) == PatternSource::SEQUENCE_PARAMETER_SET.first() {
            PatternSource::PARAMETER_SETS
        } else {
            0
        };
        let code = frame.get(slice..slice + 4)?;
        let unit = frame.get(slice + 4)?;
        if code != PatternSource::START_CODE
            || ![PatternSource::IDR_SLICE, PatternSource::SLICE].contains(unit)
        {
            return None;
        }
        let digits = frame.get(slice + 5..slice + 5 + PatternSource::NUMBER)?;
        Some(digits.iter().fold(0, |number, digit| (number << 7) | u64::from(digit & 0x7f)))
    }

    /// The bytes of the next frame's slice: the mean, varied, and less where earlier frames took
    /// more than their share.
    fn draw_size(&mut self, is_key_frame: bool) -> usize {
        let parameters = &self.parameters;
        let mean =
            parameters.bit_rate.bits_per_second() / 8 / u64::from(parameters.frame_rate.max(1));
        let spread = mean * u64::from(parameters.variation.min(90)) / 100;
        let varied = mean - spread + self.sizes.below(2 * spread + 1);
        let is_scene_change =
            self.scenes.below(1_000) < u64::from(parameters.scene_changes) || is_key_frame;
        let ratio = if is_scene_change { u64::from(parameters.key_frame_ratio.max(1)) } else { 1 };
        let wanted = (varied * ratio) as i64;
        let repaid = if ratio > 1 { 0 } else { self.debt.min(wanted / 3) };
        let size = (wanted - repaid).clamp(1, 4_000_000);
        self.debt = (self.debt + size - mean as i64).max(0);
        size as usize
    }
}

impl FrameSource for PatternSource {
    fn next_frame(&mut self, number: u64, wants_key_frame: bool, output: &mut Vec<u8>) -> bool {
        let group = self.parameters.group;
        let is_due = group > 0 && self.since_key_frame >= group;
        let is_key_frame = wants_key_frame || is_due || number == 0;
        self.since_key_frame = if is_key_frame { 1 } else { self.since_key_frame + 1 };
        let size = self.draw_size(is_key_frame);
        if is_key_frame {
            for set in
                [&PatternSource::SEQUENCE_PARAMETER_SET[..], &PatternSource::PICTURE_PARAMETER_SET]
            {
                output.extend_from_slice(&PatternSource::START_CODE);
                output.extend_from_slice(set);
            }
        }
        output.extend_from_slice(&PatternSource::START_CODE);
        output.push(if is_key_frame { PatternSource::IDR_SLICE } else { PatternSource::SLICE });
        let digits = (0..PatternSource::NUMBER).rev();
        output.extend(digits.map(|digit| 0x80 | ((number >> (7 * digit)) & 0x7f) as u8));
        self.pattern.append(number, size, output);
        is_key_frame
    }

    fn snapshot(&self) -> Box<dyn FrameSource> {
        Box::new(self.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(parameters: MediaParameters) -> PatternSource {
        PatternSource::new(parameters, &Seed::from_u64(1))
    }

    #[test]
    fn frames_tell_their_numbers() {
        let mut source = source(MediaParameters::default());
        for number in [0, 1, 200, 1 << 40] {
            let mut frame = Vec::new();
            source.next_frame(number, false, &mut frame);
            assert_eq!(PatternSource::number(&frame), Some(number));
        }
        assert_eq!(PatternSource::number(&[0, 0, 0, 1, 0x41, 1]), None);
    }

    #[test]
    fn the_bit_rate_is_kept() {
        let mut source = source(MediaParameters { group: 60, ..MediaParameters::default() });
        let mut bytes = 0;
        for number in 0..3_000 {
            let mut frame = Vec::new();
            source.next_frame(number, false, &mut frame);
            bytes += frame.len();
        }
        let rate = bytes * 8 / 100;
        assert!((1_900_000..2_100_000).contains(&rate), "{rate} bit/s");
    }

    #[test]
    fn key_frames_come_when_they_are_due_or_wanted() {
        let mut source = source(MediaParameters { group: 10, ..MediaParameters::default() });
        let keys = (0..32)
            .filter(|&number| source.next_frame(number, number == 13, &mut Vec::new()))
            .collect::<Vec<_>>();
        assert_eq!(keys, [0, 10, 13, 23]);
    }
}
