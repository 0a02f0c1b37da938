//! Writing pictures.

use std::io::{self, Write};

use crate::picture::{Picture, PictureSize};
use crate::time::FrameRate;

/// Writes pictures of one size, one after the other.
#[derive(Debug)]
pub struct Y4mWriter<W> {
    output: W,
    size: PictureSize,
}

impl<W: Write> Y4mWriter<W> {
    /// Writes the header.
    ///
    /// # Errors
    /// When the output fails.
    pub fn new(mut output: W, size: PictureSize, frame_rate: FrameRate) -> io::Result<Self> {
        let (width, height) = (size.width(), size.height());
        let (frames, seconds) = frame_rate.as_fraction();
        writeln!(output, "YUV4MPEG2 W{width} H{height} F{frames}:{seconds} Ip A1:1 C420jpeg")?;
        Ok(Self { output, size })
    }

    /// Writes a picture, which must have the size that the header names.
    ///
    /// # Errors
    /// When it has another, or the output fails.
    pub fn write(&mut self, picture: &Picture) -> io::Result<()> {
        if picture.size() != self.size {
            let text = format!("a picture of {} in a file of {}", picture.size(), self.size);
            return Err(io::Error::new(io::ErrorKind::InvalidInput, text));
        }
        self.output.write_all(b"FRAME\n")?;
        self.output.write_all(picture.bytes())
    }

    /// Hands everything to the output.
    ///
    /// # Errors
    /// When the output fails.
    pub fn finish(mut self) -> io::Result<W> {
        self.output.flush()?;
        Ok(self.output)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::source::y4m::Y4mReader;
    use crate::test_card::card;

    #[test]
    fn what_is_written_is_read_back() {
        let size = PictureSize::new(160, 96).expect("valid");
        let rate = FrameRate::new(30_000, 1_001).expect("valid");
        let mut writer = Y4mWriter::new(Vec::new(), size, rate).expect("written");
        for position in 0..3 {
            writer.write(&card((160, 96), position)).expect("written");
        }
        let mut reader = Y4mReader::new(Cursor::new(writer.finish().expect("written")));
        let reader = reader.as_mut().expect("a Y4M file");
        assert_eq!(reader.header().frame_rate, Some(rate));
        let mut picture = Picture::new(size);
        for position in [0, 1, 2, 0] {
            reader.read(&mut picture).expect("read");
            assert_eq!(picture.bytes(), card((160, 96), position).bytes());
        }
    }

    #[test]
    fn a_picture_of_another_size_is_refused() {
        let size = PictureSize::new(160, 96).expect("valid");
        let mut writer = Y4mWriter::new(Vec::new(), size, FrameRate::default()).expect("written");
        let error = writer.write(&card((96, 160), 0)).expect_err("another size");
        assert_eq!(error.to_string(), "a picture of 96x160 in a file of 160x96");
    }
}
