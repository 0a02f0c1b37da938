//! What a code says.

use super::checksum::crc32;
use super::grid::{self, COLUMNS, ROWS};
use crate::picture::{Colour, Picture, Rectangle};
use crate::time::WallTime;

const BYTES: usize = COLUMNS * ROWS / 8;
const CHECKED: usize = BYTES - 4;
/// Halfway between black and white.
const THRESHOLD: usize = 126;

/// Which frame a picture is and when it was captured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockCode {
    /// Consecutive over the frames that were encoded: a gap is a frame lost on the way.
    pub frame_number: u32,
    /// [`Picture::position`] modulo 65,536: which picture of the source this is.
    pub source_position: u16,
    /// When it was captured; years up to 4253 can be told.
    pub capture_time: WallTime,
}

impl BlockCode {
    /// The code for a captured picture that becomes frame `frame_number`.
    pub fn of(picture: &Picture, frame_number: u32) -> Self {
        Self {
            frame_number,
            source_position: picture.position as u16,
            capture_time: picture.capture_time,
        }
    }

    /// Draws the code at the top of the picture.
    pub fn draw(&self, picture: &mut Picture) {
        let bytes = self.to_bytes();
        for index in 0..COLUMNS * ROWS {
            let one = bytes[index / 8] >> (7 - index % 8) & 1 == 1;
            let colour = if one { Colour::WHITE } else { Colour::BLACK };
            picture.fill_rectangle(grid::cell(index, picture.size()), colour);
        }
    }

    /// Reads the code of a picture; `None` where there is none, or none that can be read for sure.
    pub fn read(picture: &Picture) -> Option<Self> {
        let mut bytes = [0; BYTES];
        for index in 0..COLUMNS * ROWS {
            let cell = grid::middle(grid::cell(index, picture.size()));
            let one = mean_luma(picture, cell)? > THRESHOLD;
            bytes[index / 8] |= u8::from(one) << (7 - index % 8);
        }
        Self::from_bytes(&bytes)
    }

    fn to_bytes(self) -> [u8; BYTES] {
        let mut bytes = [0; BYTES];
        bytes[..4].copy_from_slice(&self.frame_number.to_be_bytes());
        bytes[4..6].copy_from_slice(&self.source_position.to_be_bytes());
        bytes[6..CHECKED].copy_from_slice(&self.capture_time.as_micros().to_be_bytes()[1..]);
        let checksum = crc32(&bytes[..CHECKED]);
        bytes[CHECKED..].copy_from_slice(&checksum.to_be_bytes());
        bytes
    }

    fn from_bytes(bytes: &[u8; BYTES]) -> Option<Self> {
        let number = |part: &[u8]| part.iter().fold(0, |sum, &byte| sum << 8 | u64::from(byte));
        if number(&bytes[CHECKED..]) != u64::from(crc32(&bytes[..CHECKED])) {
            return None;
        }
        Some(Self {
            frame_number: number(&bytes[..4]) as u32,
            source_position: number(&bytes[4..6]) as u16,
            capture_time: WallTime::from_micros(number(&bytes[6..CHECKED])),
        })
    }
}

fn mean_luma(picture: &Picture, area: Rectangle) -> Option<usize> {
    let rows = picture.planes().0.chunks_exact(picture.luma_stride());
    let rows = rows.skip(area.top).take(area.height);
    let sum: usize =
        rows.flat_map(|row| &row[area.left..][..area.width]).map(|&luma| usize::from(luma)).sum();
    sum.checked_div(area.width * area.height)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::PictureSize;

    const CODE: BlockCode = BlockCode {
        frame_number: 0xDEAD_BEEF,
        source_position: 0xCAFE,
        capture_time: WallTime::from_micros(1_793_000_000_123_456),
    };

    fn picture(width: usize, height: usize) -> Picture {
        Picture::new(PictureSize::new(width, height).expect("valid"))
    }

    #[test]
    fn what_was_drawn_is_read_at_every_size() {
        for (width, height) in [(160, 96), (176, 144), (320, 180), (640, 480), (1_920, 1_080)] {
            let mut picture = picture(width, height);
            CODE.draw(&mut picture);
            assert_eq!(BlockCode::read(&picture), Some(CODE), "{width}x{height}");
        }
    }

    #[test]
    fn pictures_without_a_code_have_none() {
        for luma in [0, 16, 126, 127, 235, 255] {
            let mut picture = picture(320, 180);
            picture.fill(Colour::grey(luma));
            assert_eq!(BlockCode::read(&picture), None);
        }
        assert_eq!(BlockCode::read(&picture(2, 2)), None);
    }

    #[test]
    fn one_wrong_cell_makes_it_unreadable() {
        for index in 0..COLUMNS * ROWS {
            let mut picture = picture(160, 96);
            CODE.draw(&mut picture);
            let cell = grid::cell(index, picture.size());
            let was = mean_luma(&picture, cell).expect("not empty");
            picture.fill_rectangle(cell, Colour::grey((251 - was) as u8));
            assert_eq!(BlockCode::read(&picture), None, "cell {index}");
        }
    }
}
