//! How far two pictures are apart.

use super::Picture;

/// The sum of the squared differences between two pictures of one size, over all three planes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SquaredError {
    /// Summed over the luma plane.
    pub luma: u64,
    /// Summed over both chroma planes.
    pub chroma: u64,
    /// Samples of all planes.
    pub samples: u64,
}

impl SquaredError {
    /// What is reported for pictures that are equal, whose ratio has no bound: decibels.
    pub const MOST_DECIBELS: f64 = 100.0;

    /// Compares two pictures; `None` where their sizes differ.
    pub fn between(one: &Picture, other: &Picture) -> Option<Self> {
        if one.size() != other.size() {
            return None;
        }
        let (y, u, v) = one.planes();
        let (other_y, other_u, other_v) = other.planes();
        Some(Self {
            luma: sum(y, other_y),
            chroma: sum(u, other_u) + sum(v, other_v),
            samples: one.bytes().len() as u64,
        })
    }

    /// The peak signal-to-noise ratio over luma and chroma together, in decibels, peak 255.
    pub fn psnr_decibels(&self) -> f64 {
        let total = self.luma + self.chroma;
        if total == 0 {
            return Self::MOST_DECIBELS;
        }
        let mean = total as f64 / self.samples as f64;
        (10.0 * (255.0 * 255.0 / mean).log10()).min(Self::MOST_DECIBELS)
    }
}

fn sum(one: &[u8], other: &[u8]) -> u64 {
    // A block's sum fits 32 bits, which lets the inner loop use wide registers.
    const BLOCK: usize = 1 << 15;
    let blocks = one.chunks(BLOCK).zip(other.chunks(BLOCK));
    blocks.map(|(one, other)| u64::from(block_sum(one, other))).sum()
}

fn block_sum(one: &[u8], other: &[u8]) -> u32 {
    one.iter().zip(other).map(|(&a, &b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{Colour, PictureSize};

    fn grey(luma: u8) -> Picture {
        let mut picture = Picture::new(PictureSize::new(64, 64).expect("valid"));
        picture.fill(Colour::grey(luma));
        picture
    }

    #[test]
    fn a_known_difference_gives_the_known_ratio() {
        let error = SquaredError::between(&grey(100), &grey(110)).expect("one size");
        assert_eq!((error.luma, error.chroma, error.samples), (64 * 64 * 100, 0, 64 * 64 * 3 / 2));
        // 10 log10(255² / (100 · 2/3))
        assert!((error.psnr_decibels() - 29.891_717).abs() < 1e-4);
    }

    #[test]
    fn the_largest_difference_does_not_overflow() {
        let mut black = Picture::new(PictureSize::new(3_840, 2_160).expect("valid"));
        let mut white = Picture::new(black.size());
        black.bytes_mut().fill(0);
        white.bytes_mut().fill(255);
        let error = SquaredError::between(&black, &white).expect("one size");
        assert_eq!(error.luma + error.chroma, 3_840 * 2_160 * 3 / 2 * 65_025);
        assert!(error.psnr_decibels().abs() < 1e-9);
    }

    #[test]
    fn equal_pictures_have_the_cap_and_other_sizes_none() {
        let equal = SquaredError::between(&grey(7), &grey(7)).map(|e| e.psnr_decibels());
        assert_eq!(equal, Some(SquaredError::MOST_DECIBELS));
        let small = Picture::new(PictureSize::new(32, 32).expect("valid"));
        assert_eq!(SquaredError::between(&grey(7), &small), None);
    }
}
