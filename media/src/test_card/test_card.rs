//! The card.

use super::text;
use crate::picture::{Colour, Picture, PictureSize, Rectangle};

/// The eight bars at three quarters of full colour, white first.
const BARS: [Colour; 8] = [
    Colour { y: 180, u: 128, v: 128 },
    Colour { y: 162, u: 44, v: 142 },
    Colour { y: 131, u: 156, v: 44 },
    Colour { y: 112, u: 72, v: 58 },
    Colour { y: 84, u: 184, v: 198 },
    Colour { y: 65, u: 100, v: 212 },
    Colour { y: 35, u: 212, v: 114 },
    Colour { y: 16, u: 128, v: 128 },
];
const PANEL: Colour = Colour { y: 40, u: 136, v: 124 };
/// Rows of the card are counted in so many parts of its height.
const PARTS: usize = 45;

/// Draws the test card at one size. What stands still is drawn once.
#[derive(Debug)]
pub struct TestCard {
    still: Picture,
    ramp: Vec<u8>,
}

impl TestCard {
    /// How many positions there are before the movement repeats: as many as a block code tells
    /// apart.
    pub const POSITIONS: u32 = 1 << 16;

    /// A card of this size.
    pub fn new(size: PictureSize) -> Self {
        let mut still = Picture::new(size);
        still.fill(PANEL);
        for (index, bar) in BARS.into_iter().enumerate() {
            let left = index * size.width() / BARS.len();
            let width = (index + 1) * size.width() / BARS.len() - left;
            let (top, bottom) = (row(8, size), row(29, size));
            still.fill_rectangle(Rectangle { left, top, width, height: bottom - top }, bar);
        }
        Self { still, ramp: ramp(size.width()) }
    }

    /// The size of the card.
    pub fn size(&self) -> PictureSize {
        self.still.size()
    }

    /// Draws the card that belongs to the picture's position and capture time. The picture must
    /// have the card's size; one of another size is left as it is.
    pub fn draw(&self, picture: &mut Picture) {
        if picture.size() != self.size() {
            return;
        }
        picture.bytes_mut().copy_from_slice(self.still.bytes());
        let step = (picture.position % Self::POSITIONS) as usize;
        self.draw_ramp(step, picture);
        self.draw_disc(step, picture);
        self.draw_text(step, picture);
    }

    fn draw_ramp(&self, step: usize, picture: &mut Picture) {
        let (width, size) = (self.size().width(), self.size());
        let shift = step * 2 % width;
        let (y, ..) = picture.planes_mut();
        let rows = y.chunks_exact_mut(width).take(row(33, size)).skip(row(29, size));
        for row in rows {
            row.copy_from_slice(&self.ramp[shift..][..width]);
        }
    }

    fn draw_disc(&self, step: usize, picture: &mut Picture) {
        let size = self.size();
        let (top, bottom) = (row(8, size), row(29, size));
        let radius = (size.height() / 14).min(size.width() / 8);
        if bottom - top <= 2 * radius {
            return;
        }
        let stride = size.width() / 160 + 1;
        let x = radius + bounce(step * stride, size.width() - 1 - 2 * radius);
        let y = top + radius + bounce(step * stride * 2 / 3, bottom - top - 1 - 2 * radius);
        picture.fill_disc((x, y), radius, Colour::WHITE);
        picture.fill_disc((x, y), radius * 3 / 4, Colour { y: 90, u: 200, v: 90 });
        picture.fill_disc((x, y), radius / 4, Colour::BLACK);
    }

    fn draw_text(&self, step: usize, picture: &mut Picture) {
        let size = self.size();
        let scale = (size.height() / 90).min(size.width() / 160).max(1);
        let millis = picture.capture_time.as_micros() / 1_000;
        let (seconds, millis) = (millis / 1_000 % 86_400, millis % 1_000);
        let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        let time = format!("{hour:02}:{minute:02}:{second:02}.{millis:03} UTC");
        let frame = format!("FRAME {step:05}");
        let (margin, upper) = (size.width() / 40, row(34, size) + row(1, size) / 2);
        let lower = upper + row(5, size);
        let right = size.width().saturating_sub(margin + text::width(frame.len(), scale));
        text::draw("ROOM RTC", (margin, upper), scale, picture);
        text::draw(&frame, (right, upper), scale, picture);
        text::draw(&time, (margin, lower), scale, picture);
    }
}

fn row(part: usize, size: PictureSize) -> usize {
    part * size.height() / PARTS
}

/// Twice as long as a row is wide, from black to white and back and again.
fn ramp(width: usize) -> Vec<u8> {
    let half = (width / 2).max(1);
    (0..2 * width).map(|column| 16 + (bounce(column, half) * 219 / half) as u8).collect()
}

/// To and fro between 0 and `most`.
fn bounce(step: usize, most: usize) -> usize {
    let most = most.max(1);
    let step = step % (2 * most);
    step.min(2 * most - step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block_code::BlockCode;
    use crate::time::WallTime;

    fn draw(size: (usize, usize), position: u32, micros: u64) -> Picture {
        let size = PictureSize::new(size.0, size.1).expect("valid");
        let mut picture = Picture::new(size);
        picture.position = position;
        picture.capture_time = WallTime::from_micros(micros);
        TestCard::new(size).draw(&mut picture);
        picture
    }

    #[test]
    fn the_card_follows_from_position_and_time() {
        assert_eq!(draw((640, 360), 7, 9).bytes(), draw((640, 360), 7, 9).bytes());
        assert_ne!(draw((640, 360), 7, 9).bytes(), draw((640, 360), 8, 9).bytes());
        assert_ne!(draw((640, 360), 7, 9).bytes(), draw((640, 360), 7, 9_999).bytes());
        let repeated = 7 + TestCard::POSITIONS;
        assert_eq!(draw((640, 360), 7, 9).bytes(), draw((640, 360), repeated, 9).bytes());
    }

    #[test]
    fn every_size_can_be_drawn() {
        for size in [(2, 2), (16, 16), (160, 96), (96, 160), (1_280, 720), (46, 1_000)] {
            for position in [0, 1, 1_000, 65_535, u32::MAX] {
                draw(size, position, u64::MAX);
            }
        }
    }

    #[test]
    fn the_code_on_the_card_can_be_read() {
        let mut picture = draw((640, 360), 300, 5_000_000);
        let code = BlockCode::of(&picture, 42);
        code.draw(&mut picture);
        assert_eq!(BlockCode::read(&picture), Some(code));
    }

    #[test]
    fn what_moves_never_reaches_the_code() {
        for position in (0..2_000).step_by(7) {
            let picture = draw((320, 180), position, 0);
            let (y, ..) = picture.planes();
            assert!(y[..320 * 32].iter().all(|&luma| luma == PANEL.y));
        }
    }
}
