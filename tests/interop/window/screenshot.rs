//! What a window shows.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use roomrtc_media::block_code::BlockCode;
use roomrtc_media::picture::{Picture, PictureSize};

/// Cells of a code in a row.
const COLUMNS: usize = 34;

/// Bits of a code's capture time, in microseconds since 1970.
const TIME_BITS: usize = 56;

/// Of these, those that stay the same for 19 hours.
const KNOWN_BITS: usize = 20;

/// What a window showed at one moment.
pub(super) struct Screenshot {
    width: usize,
    height: usize,
    /// Red, green and blue, row by row.
    pixels: Vec<u8>,
}

impl Screenshot {
    /// That of a window whose pixels are blue, green, red and one byte more.
    pub(super) fn new(width: usize, height: usize, pixels: &[u8]) -> Screenshot {
        let pixels = pixels.chunks_exact(4).flat_map(|pixel| [pixel[2], pixel[1], pixel[0]]);
        Screenshot { width, height, pixels: pixels.collect() }
    }

    /// Leaves it in `target/interop/window`.
    pub(super) fn save(&self, name: &str) {
        let built = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a folder");
        let folder = built.join("interop/window");
        fs::create_dir_all(&folder).expect("made");
        let file = File::create(folder.join(format!("{name}.png"))).expect("a file");
        let (width, height) = (self.width as u32, self.height as u32);
        let mut encoder = png::Encoder::new(BufWriter::new(file), width, height);
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().expect("written");
        writer.write_image_data(&self.pixels).expect("written");
    }

    /// The code of the test card, if a picture of 16 to 9 that shows one is there, at least half as wide as
    /// the window and in the middle between its sides.
    pub(super) fn code(&self) -> Option<BlockCode> {
        self.card().map(|(code, _)| code)
    }

    /// The colour of this part of the test card, if its code is there: how far to the right and down it is,
    /// in thousandths of width and height.
    pub(super) fn colour(&self, right: usize, down: usize) -> Option<[u8; 3]> {
        let (_, (top, height)) = self.card()?;
        let (left, width) = self.across(height)?;
        let (x, y) = (left + width * right / 1_000, top + height * down / 1_000);
        self.pixels[(y * self.width + x) * 3..].first_chunk().copied()
    }

    /// The code, and the upper edge and height of the picture that it is in.
    fn card(&self) -> Option<(BlockCode, (usize, usize))> {
        let heights = self.height * 9 / 32..=self.height;
        let places =
            heights.flat_map(|height| (0..=self.height - height).map(move |top| (top, height)));
        let mut likely = places.filter(|(top, height)| self.may_have_code(*top, *height));
        likely.find_map(|place| Some((BlockCode::read(&self.part(place.0, place.1)?)?, place)))
    }

    /// The left edge and the width of a picture of this height.
    fn across(&self, height: usize) -> Option<(usize, usize)> {
        let width = height * 16 / 9;
        Some((self.width.checked_sub(width)? / 2, width))
    }

    /// Whether the first bits of the capture time, which are from the 48th cell on, are those of these hours.
    fn may_have_code(&self, top: usize, height: usize) -> bool {
        let Some((left, width)) = self.across(height) else { return false };
        let bits = (48..48 + KNOWN_BITS).map(|index| {
            let (column, row) = (index % COLUMNS, index / COLUMNS);
            let x = left + (2 * column + 7) * width / 80;
            let y = top + (2 * row + 1) * height / 45;
            u64::from(self.luma(x, y) > 126)
        });
        let seen = bits.fold(0, |value, bit| value << 1 | bit);
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_micros();
        let now = (now >> (TIME_BITS - KNOWN_BITS)) as u64;
        seen == now || seen + 1 == now
    }

    /// The part between the sides in which a test card has something that moves and nothing is in front.
    pub(super) fn middle(&self) -> &[u8] {
        &self.pixels[self.height / 4 * self.width * 3..self.height / 2 * self.width * 3]
    }

    /// Whether there is the green bar of a test card somewhere, which is nothing else in the window: of the
    /// other side's or one's own.
    pub(super) fn has_green_bar(&self) -> bool {
        let is_green = |pixel: &&[u8]| pixel[1] > 150 && pixel[0] < 50 && pixel[2] < 50;
        self.pixels.chunks_exact(3).filter(is_green).count() > 400
    }

    fn luma(&self, x: usize, y: usize) -> u8 {
        let at = (y * self.width + x) * 3;
        let sum: u16 = self.pixels[at..at + 3].iter().map(|value| u16::from(*value)).sum();
        (sum / 3) as u8
    }

    fn part(&self, top: usize, height: usize) -> Option<Picture> {
        let (left, width) = self.across(height)?;
        let size = PictureSize::new(width & !1, height & !1).ok()?;
        let mut picture = Picture::new(size);
        let stride = picture.luma_stride();
        let luma = picture.planes_mut().0;
        for (y, row) in luma.chunks_exact_mut(stride).enumerate().take(size.height()) {
            for (x, value) in row.iter_mut().enumerate().take(size.width()) {
                *value = self.luma(left + x, top + y);
            }
        }
        Some(picture)
    }
}
