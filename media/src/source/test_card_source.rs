//! The test card as a source.

use super::{SourceError, SourceFrame, SourceOptions, VideoSource};
use crate::picture::{PicturePool, PictureSize};
use crate::test_card::TestCard;
use crate::time::{FrameRate, WallClock};

/// A moving test card.
#[derive(Debug)]
pub struct TestCardSource {
    card: TestCard,
    frame_rate: FrameRate,
    next_position: u32,
}

impl TestCardSource {
    /// A test card at its first position.
    pub fn new(options: &SourceOptions) -> Self {
        let frame_rate = options.frame_rate.unwrap_or_default();
        Self { card: TestCard::new(options.size), frame_rate, next_position: 0 }
    }
}

impl VideoSource for TestCardSource {
    fn description(&self) -> String {
        format!("test card, {}, {} frames a second", self.card.size(), self.frame_rate)
    }

    fn size(&self) -> PictureSize {
        self.card.size()
    }

    fn frame_rate(&self) -> Option<FrameRate> {
        Some(self.frame_rate)
    }

    fn wants_block_code(&self) -> bool {
        true
    }

    fn next_frame(
        &mut self,
        clock: &WallClock,
        pool: &PicturePool,
    ) -> Result<SourceFrame, SourceError> {
        let mut picture = pool.take(self.card.size());
        picture.capture_time = clock.now();
        picture.position = self.next_position;
        self.next_position = (self.next_position + 1) % TestCard::POSITIONS;
        self.card.draw(&mut picture);
        Ok(SourceFrame::Picture(picture))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block_code::BlockCode;
    use crate::source::{ReferencePictures, TestCardReference};

    #[test]
    fn the_reference_is_the_picture_that_was_sent() {
        let size = PictureSize::new(320, 180).expect("valid");
        let mut source = TestCardSource::new(&SourceOptions { size, frame_rate: None });
        let (clock, pool) = (WallClock::new(), PicturePool::default());
        let mut reference = TestCardReference::default();
        for number in 0..5 {
            let Ok(SourceFrame::Picture(sent)) = source.next_frame(&clock, &pool) else {
                panic!("a picture");
            };
            let mut again = pool.take(size);
            assert!(reference.draw(&BlockCode::of(&sent, number), &mut again));
            assert_eq!(sent.bytes(), again.bytes());
        }
        assert_eq!(source.description(), "test card, 320x180, 30 frames a second");
    }
}
