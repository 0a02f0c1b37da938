//! A real encoder behind the simulated camera.

use roomrtc_media::block_code::BlockCode;
use roomrtc_media::encoder::{EncoderConfig, H264Encoder};
use roomrtc_media::picture::{Picture, PictureSize};
use roomrtc_media::test_card::TestCard;
use roomrtc_media::time::WallTime;
use roomrtc_sim::media::FrameSource;

/// The test card, encoded: every picture carries the number of its frame in a block code.
#[derive(Debug)]
pub(super) struct EncodedCard {
    card: TestCard,
    encoder: H264Encoder,
    /// By picture, whether it was to be a key frame: from this another encoder gets to the same
    /// state.
    wishes: Vec<(u64, bool)>,
}

impl EncodedCard {
    pub(super) const BITS_PER_SECOND: u32 = 400_000;

    pub(super) fn new() -> EncodedCard {
        let config =
            EncoderConfig { bits_per_second: EncodedCard::BITS_PER_SECOND, ..Default::default() };
        EncodedCard {
            card: TestCard::new(PictureSize::new(320, 180).expect("valid")),
            encoder: H264Encoder::new(&config).expect("an encoder"),
            wishes: Vec::new(),
        }
    }

    /// When picture `position` was captured, by a clock of its own.
    pub(super) fn captured(position: u32) -> WallTime {
        WallTime::from_micros(1_793_000_000_000_000 + u64::from(position) * 33_333)
    }
}

impl FrameSource for EncodedCard {
    fn next_frame(&mut self, number: u64, wants_key_frame: bool, output: &mut Vec<u8>) -> bool {
        loop {
            let position = self.wishes.len() as u32;
            self.wishes.push((number, wants_key_frame));
            let mut picture = Picture::new(self.card.size());
            picture.position = position;
            picture.capture_time = EncodedCard::captured(position);
            self.card.draw(&mut picture);
            BlockCode::of(&picture, number as u32).draw(&mut picture);
            // Rate control may leave a picture out: then the next one is the frame.
            if let Some(unit) = self.encoder.encode(&picture, wants_key_frame).expect("encoded") {
                output.extend_from_slice(&unit.data);
                return unit.is_key_frame;
            }
        }
    }

    fn snapshot(&self) -> Box<dyn FrameSource> {
        let mut copy = EncodedCard::new();
        let mut ignored = Vec::new();
        while copy.wishes.len() < self.wishes.len() {
            let (number, wants_key_frame) = self.wishes[copy.wishes.len()];
            copy.next_frame(number, wants_key_frame, &mut ignored);
            ignored.clear();
        }
        Box::new(copy)
    }
}
