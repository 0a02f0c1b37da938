//! Pixels of a screen, made smaller.

use crate::picture::{ConversionError, Picture, PictureSize, read_rgb};

/// Pixels as X11 gives them: four bytes each, blue, green and red first, row by row.
#[derive(Debug, Default)]
pub(super) struct Pixels {
    pub(super) bytes: Vec<u8>,
    /// Pixels of a row.
    pub(super) width: usize,
    /// Rows.
    pub(super) height: usize,
}

impl Pixels {
    /// The size at which they are shown within `most`: never larger than they are, of the same shape up
    /// to a sample. `None` where nothing would be left that can be encoded.
    pub(super) fn fitting(&self, most: PictureSize) -> Option<PictureSize> {
        let (width, height) = (self.width, self.height);
        let is_wider = width * most.height() > height * most.width();
        let (wide, high) = match (width <= most.width() && height <= most.height(), is_wider) {
            (true, _) => (width, height),
            (false, true) => (most.width(), height * most.width() / width.max(1)),
            (false, false) => (width * most.height() / height.max(1), most.height()),
        };
        let size = PictureSize::within(wide, high).ok();
        size.filter(|size| size.width().min(size.height()) >= Pixels::SMALLEST)
    }

    /// What the encoder takes at least.
    const SMALLEST: usize = 16;

    /// Shows them in `picture`, each of its samples the mean of the pixels it stands for. `scratch` is
    /// used on the way.
    pub(super) fn shrink(
        &self,
        scratch: &mut Vec<u8>,
        picture: &mut Picture,
    ) -> Result<(), ConversionError> {
        let wanted = self.width * self.height * 4;
        if self.bytes.len() < wanted {
            return Err(ConversionError { wanted, found: self.bytes.len() });
        }
        let (width, height) = (picture.size().width(), picture.size().height());
        scratch.clear();
        if (width, height) == (self.width & !1, self.height & !1) {
            self.copy(width, height, scratch);
        } else {
            self.average(width, height, scratch);
        }
        read_rgb(scratch, picture)
    }

    fn copy(&self, width: usize, height: usize, output: &mut Vec<u8>) {
        for row in self.bytes.chunks_exact(self.width * 4).take(height) {
            for pixel in row.chunks_exact(4).take(width) {
                output.extend_from_slice(&[pixel[2], pixel[1], pixel[0]]);
            }
        }
    }

    fn average(&self, width: usize, height: usize, output: &mut Vec<u8>) {
        let mut sums = vec![[0_u32; 3]; width];
        for y in 0..height {
            let (first, last) = (y * self.height / height, (y + 1) * self.height / height);
            sums.fill([0; 3]);
            for row in self.bytes.chunks_exact(self.width * 4).take(last).skip(first) {
                self.add_row(row, &mut sums);
            }
            for (x, sum) in sums.iter().enumerate() {
                let columns = (x + 1) * self.width / width - x * self.width / width;
                let count = ((last - first) * columns).max(1) as u32;
                output.extend(sum.map(|sum| (sum / count) as u8));
            }
        }
    }

    fn add_row(&self, row: &[u8], sums: &mut [[u32; 3]]) {
        let width = sums.len();
        for (x, sum) in sums.iter_mut().enumerate() {
            let (first, last) = (x * self.width / width, (x + 1) * self.width / width);
            for pixel in row[first * 4..last * 4].chunks_exact(4) {
                sum[0] += u32::from(pixel[2]);
                sum[1] += u32::from(pixel[1]);
                sum[2] += u32::from(pixel[0]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::write_rgb;

    fn size(width: usize, height: usize) -> PictureSize {
        PictureSize::new(width, height).expect("valid")
    }

    /// The left half blue, the right half red.
    fn halves(width: usize, height: usize) -> Pixels {
        let row =
            (0..width).flat_map(|x| if x < width / 2 { [255, 0, 0, 0] } else { [0, 0, 255, 0] });
        let row: Vec<u8> = row.collect();
        Pixels { bytes: row.repeat(height), width, height }
    }

    #[test]
    fn the_shape_stays_and_nothing_grows() {
        let fitting = |width, height, most| {
            Pixels { bytes: Vec::new(), width, height }.fitting(most).map(|size| size.to_string())
        };
        let most = size(1_280, 720);
        assert_eq!(fitting(1_920, 1_080, most).as_deref(), Some("1280x720"));
        assert_eq!(fitting(1_081, 1_920, most).as_deref(), Some("404x720"));
        assert_eq!(fitting(641, 361, most).as_deref(), Some("640x360"));
        assert_eq!(fitting(3_840, 600, most).as_deref(), Some("1280x200"));
        assert_eq!(fitting(10, 500, most), None);
        assert_eq!(fitting(0, 0, most), None);
    }

    #[test]
    fn colours_keep_their_place() {
        for (from, to) in [((64, 32), (64, 32)), ((65, 33), (64, 32)), ((200, 90), (64, 32))] {
            let mut picture = Picture::new(size(to.0, to.1));
            halves(from.0, from.1).shrink(&mut Vec::new(), &mut picture).expect("whole");
            let mut shown = Vec::new();
            write_rgb(&picture, &mut shown);
            let pixel = |x: usize| &shown[(16 * to.0 + x) * 3..][..3];
            assert!(pixel(8)[2] > 200 && pixel(8)[0] < 40, "{from:?} {:?}", pixel(8));
            assert!(pixel(56)[0] > 200 && pixel(56)[2] < 40, "{from:?} {:?}", pixel(56));
        }
    }

    #[test]
    fn too_few_pixels_are_refused() {
        let mut pixels = halves(64, 32);
        pixels.bytes.pop();
        assert!(pixels.shrink(&mut Vec::new(), &mut Picture::new(size(32, 16))).is_err());
    }
}
