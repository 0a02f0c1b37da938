//! The first line of a file.

use super::Y4mError;
use crate::time::FrameRate;

/// What the first line of a Y4M file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Y4mHeader {
    /// Samples in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Frames a second, where the header has a usable rate.
    pub frame_rate: Option<FrameRate>,
}

impl Y4mHeader {
    /// Longer lines are not read.
    pub(super) const LONGEST_LINE: u64 = 1_024;

    /// Reads the header line, without its end.
    ///
    /// # Errors
    /// When it is none, or of pictures that cannot be read.
    pub fn parse(line: &str) -> Result<Self, Y4mError> {
        let mut words = line.split_ascii_whitespace();
        if words.next() != Some("YUV4MPEG2") {
            return Err(Y4mError::NoHeader);
        }
        let (mut width, mut height, mut frame_rate) = (None, None, None);
        for word in words {
            let (letter, value) = word.split_at_checked(1).unwrap_or((word, ""));
            match letter {
                "W" => width = side(value),
                "H" => height = side(value),
                "F" => frame_rate = value.replace(':', "/").parse().ok(),
                "C" => check_colour_space(value)?,
                _ => {}
            }
        }
        let header = line.chars().take(80).collect();
        let (Some(width), Some(height)) = (width, height) else {
            return Err(Y4mError::Size { header });
        };
        Ok(Self { width, height, frame_rate })
    }

    /// Samples in a row of chroma.
    pub fn chroma_width(&self) -> usize {
        self.width.div_ceil(2)
    }

    /// Rows of chroma.
    pub fn chroma_height(&self) -> usize {
        self.height.div_ceil(2)
    }

    /// Bytes of a frame, without its header line.
    pub fn frame_bytes(&self) -> usize {
        self.width * self.height + 2 * self.chroma_width() * self.chroma_height()
    }
}

fn side(value: &str) -> Option<usize> {
    // The bounds of what can be encoded; larger ones must not be allocated.
    value.parse().ok().filter(|side| (2..=3_841).contains(side))
}

fn check_colour_space(name: &str) -> Result<(), Y4mError> {
    match name {
        "420" | "420jpeg" | "420mpeg2" | "420paldv" => Ok(()),
        _ => Err(Y4mError::ColourSpace { name: name.chars().take(20).collect() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_every_supported_kind_are_read() {
        for colour in ["", " C420", " C420jpeg", " C420mpeg2", " C420paldv XYSCSS=420JPEG"] {
            let line = format!("YUV4MPEG2 W641 H361 F30000:1001 Ip A1:1{colour}");
            let header = Y4mHeader::parse(&line).expect("supported");
            assert_eq!((header.width, header.height), (641, 361));
            assert_eq!(header.frame_rate, FrameRate::new(30_000, 1_001).ok());
            assert_eq!(header.frame_bytes(), 641 * 361 + 2 * 321 * 181);
        }
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let sentence = |line: &str| Y4mHeader::parse(line).expect_err("unusable").to_string();
        assert_eq!(
            sentence("YUV4MPEG2 W64 H48 C444"),
            "its colour space 444 is not supported, only 8-bit 4:2:0 is (C420 and its variants)"
        );
        assert!(sentence("YUV4MPEG2 W64 H48 C420p10").contains("420p10"));
        assert_eq!(
            sentence("YUV4MPEG2 W64 F30:1"),
            "its header has no usable width and height: `YUV4MPEG2 W64 F30:1`"
        );
        assert!(sentence("YUV4MPEG2 W0 H99999999999999999999").contains("no usable width"));
        assert_eq!(sentence("RIFF"), "it does not begin with a YUV4MPEG2 header line");
    }

    #[test]
    fn a_wrong_rate_is_no_rate() {
        for rate in ["F0:0", "F", "F30", "Fx:y", "é"] {
            let header = Y4mHeader::parse(&format!("YUV4MPEG2 W64 H48 {rate}")).expect("usable");
            assert_eq!(header.frame_rate.is_some(), rate == "F30");
        }
    }
}
