//! The test card, made again.

use super::ReferencePictures;
use crate::block_code::BlockCode;
use crate::picture::Picture;
use crate::test_card::TestCard;

/// Draws the test card that was sent.
#[derive(Debug, Default)]
pub struct TestCardReference {
    card: Option<TestCard>,
}

impl ReferencePictures for TestCardReference {
    fn draw(&mut self, code: &BlockCode, picture: &mut Picture) -> bool {
        picture.position = u32::from(code.source_position);
        picture.capture_time = code.capture_time;
        let card = self.card.take().filter(|card| card.size() == picture.size());
        let card = card.unwrap_or_else(|| TestCard::new(picture.size()));
        card.draw(picture);
        self.card = Some(card);
        true
    }
}
