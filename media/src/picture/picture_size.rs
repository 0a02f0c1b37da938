//! Width and height.

use std::fmt;
use std::str::FromStr;

use super::PictureSizeError;

/// The size of a picture: both even, at least 2, and at most 3840x2160 or 2160x3840, which is what
/// the codec can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureSize {
    width: u16,
    height: u16,
}

impl PictureSize {
    /// 640x360, a ninth of full high definition.
    pub const NHD: Self = Self { width: 640, height: 360 };

    /// 1280x720, high definition.
    pub const HD: Self = Self { width: 1_280, height: 720 };

    const LONGEST: usize = 3_840;
    const BROADEST: usize = 2_160;

    /// A size in samples.
    ///
    /// # Errors
    /// When a side is odd, zero or too long.
    pub fn new(width: usize, height: usize) -> Result<Self, PictureSizeError> {
        let within = width.max(height) <= Self::LONGEST && width.min(height) <= Self::BROADEST;
        let even = width.is_multiple_of(2) && height.is_multiple_of(2);
        if !within || !even || width == 0 || height == 0 {
            return Err(PictureSizeError::OutOfRange { width, height });
        }
        Ok(Self { width: width as u16, height: height as u16 })
    }

    /// The largest size within `width` and `height`: an odd last column or row is left out.
    ///
    /// # Errors
    /// When a side is less than 2 or too long.
    pub fn within(width: usize, height: usize) -> Result<Self, PictureSizeError> {
        Self::new(width & !1, height & !1)
    }

    /// Samples in a row.
    pub fn width(self) -> usize {
        usize::from(self.width)
    }

    /// Rows.
    pub fn height(self) -> usize {
        usize::from(self.height)
    }

    /// Luma samples of a picture.
    pub fn luma_samples(self) -> usize {
        self.width() * self.height()
    }

    /// Samples of each of the two chroma planes.
    pub fn chroma_samples(self) -> usize {
        self.luma_samples() / 4
    }

    /// Bytes of all three planes.
    pub fn bytes(self) -> usize {
        self.luma_samples() + 2 * self.chroma_samples()
    }
}

impl fmt::Display for PictureSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}

impl FromStr for PictureSize {
    type Err = PictureSizeError;

    /// Reads `640x360`.
    fn from_str(text: &str) -> Result<Self, PictureSizeError> {
        let wrong = || PictureSizeError::NotASize { text: text.chars().take(40).collect() };
        let (width, height) = text.split_once('x').ok_or_else(wrong)?;
        let number = |part: &str| part.trim().parse::<usize>().map_err(|_| wrong());
        Self::new(number(width)?, number(height)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_bounded() {
        assert_eq!("640x360".parse::<PictureSize>().map(|s| s.to_string()), Ok("640x360".into()));
        assert!("2160x3840".parse::<PictureSize>().is_ok());
        for wrong in ["641x360", "0x0", "640", "x", "3842x2160", "2162x2162", "-2x4", "640x"] {
            assert!(wrong.parse::<PictureSize>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_odd_edge_is_left_out() {
        assert_eq!(PictureSize::within(641, 361), PictureSize::new(640, 360));
        assert!(PictureSize::within(1, 8).is_err());
    }

    #[test]
    fn four_two_zero_has_half_the_chroma_each_way() {
        let size = PictureSize::new(640, 360).expect("valid");
        assert_eq!((size.luma_samples(), size.chroma_samples()), (230_400, 57_600));
        assert_eq!(size.bytes(), 345_600);
    }
}
