//! Reading pictures.

use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};

use super::{Y4mError, Y4mHeader};
use crate::picture::{Picture, PictureSize};

/// Reads the pictures of a Y4M file, in order or by number.
#[derive(Debug)]
pub struct Y4mReader<R> {
    input: BufReader<R>,
    header: Y4mHeader,
    size: PictureSize,
    // Where each frame's header line begins, for those that were reached so far.
    offsets: Vec<u64>,
    next: u32,
    frame: Vec<u8>,
}

impl<R: Read + Seek> Y4mReader<R> {
    /// Reads the header, and the first frame to see that there is one.
    ///
    /// # Errors
    /// When the input is no Y4M file, one that is not supported, or has no whole frame.
    pub fn new(input: R) -> Result<Self, Y4mError> {
        let mut input = BufReader::with_capacity(1 << 16, input);
        let line = read_line(&mut input)?.ok_or(Y4mError::NoHeader)?;
        let header = Y4mHeader::parse(&line)?;
        let size = PictureSize::within(header.width, header.height);
        let size = size.map_err(|_| Y4mError::Size { header: line.chars().take(80).collect() })?;
        let offsets = vec![input.stream_position()?];
        let frame = vec![0; header.frame_bytes()];
        let mut reader = Self { input, header, size, offsets, next: 0, frame };
        if !reader.read_frame()? {
            return Err(Y4mError::Empty);
        }
        reader.seek(0)?;
        Ok(reader)
    }

    /// The header.
    pub fn header(&self) -> &Y4mHeader {
        &self.header
    }

    /// The size of the pictures: the header's, without an odd last column or row.
    pub fn size(&self) -> PictureSize {
        self.size
    }

    /// Reads the next picture, which must have the reader's size, and sets its position; the first
    /// again after the last. A last frame that is cut short does not count.
    ///
    /// # Errors
    /// When a frame does not begin as it should, or the input fails.
    pub fn read(&mut self, picture: &mut Picture) -> Result<(), Y4mError> {
        if !self.read_frame()? {
            self.seek(0)?;
            if !self.read_frame()? {
                return Err(Y4mError::Empty);
            }
        }
        picture.position = self.next - 1;
        self.unpack(picture);
        Ok(())
    }

    /// Reads picture `index`. Returns false where there is none.
    ///
    /// # Errors
    /// As [`Y4mReader::read`].
    pub fn read_at(&mut self, index: u32, picture: &mut Picture) -> Result<bool, Y4mError> {
        let known = self.offsets.len() as u32 - 1;
        if index != self.next {
            self.seek(index.min(known))?;
        }
        while self.next <= index {
            if !self.read_frame()? {
                return Ok(false);
            }
        }
        picture.position = index;
        self.unpack(picture);
        Ok(true)
    }

    fn seek(&mut self, index: u32) -> Result<(), Y4mError> {
        self.input.seek(SeekFrom::Start(self.offsets[index as usize]))?;
        self.next = index;
        Ok(())
    }

    /// Reads the bytes of the next frame. Returns false at the end.
    fn read_frame(&mut self) -> Result<bool, Y4mError> {
        let Some(line) = read_line(&mut self.input)? else { return Ok(false) };
        if line.split_ascii_whitespace().next() != Some("FRAME") {
            return Err(Y4mError::NoFrame { index: self.next });
        }
        match self.input.read_exact(&mut self.frame) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => return Ok(false),
            Err(error) => return Err(error.into()),
        }
        self.next += 1;
        if self.offsets.len() == self.next as usize {
            self.offsets.push(self.input.stream_position()?);
        }
        Ok(true)
    }

    fn unpack(&self, picture: &mut Picture) {
        let header = &self.header;
        let (width, half) = (self.size.width(), self.size.width() / 2);
        let (luma, chroma) = self.frame.split_at(header.width * header.height);
        let (blue, red) = chroma.split_at(header.chroma_width() * header.chroma_height());
        let (y, u, v) = picture.planes_mut();
        copy_rows(luma, header.width, width, y);
        copy_rows(blue, header.chroma_width(), half, u);
        copy_rows(red, header.chroma_width(), half, v);
    }
}

fn copy_rows(from: &[u8], stride: usize, width: usize, to: &mut [u8]) {
    for (from, to) in from.chunks_exact(stride).zip(to.chunks_exact_mut(width)) {
        to.copy_from_slice(&from[..width]);
    }
}

/// A line without its end; `None` at the end of the input, or where no line ends within bounds.
fn read_line(input: &mut impl BufRead) -> Result<Option<String>, Y4mError> {
    let mut line = Vec::new();
    input.by_ref().take(Y4mHeader::LONGEST_LINE).read_until(b'\n', &mut line)?;
    match line.pop() {
        Some(b'\n') => Ok(Some(String::from_utf8_lossy(&line).into_owned())),
        Some(_) if line.len() as u64 + 1 == Y4mHeader::LONGEST_LINE => Ok(Some(String::new())),
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    /// A file of 4x2 pictures, each filled with its number.
    fn file(frames: u8) -> Vec<u8> {
        let mut file = b"YUV4MPEG2 W4 H2 F25:1 C420\n".to_vec();
        for number in 0..frames {
            file.extend_from_slice(if number % 2 == 0 { b"FRAME\n" } else { b"FRAME Ip\n" });
            file.extend_from_slice(&[number; 12]);
        }
        file
    }

    fn read(reader: &mut Y4mReader<Cursor<Vec<u8>>>) -> (u8, u32) {
        let mut picture = Picture::new(reader.size());
        reader.read(&mut picture).expect("a picture");
        assert!(picture.bytes().iter().all(|byte| *byte == picture.bytes()[0]));
        (picture.bytes()[0], picture.position)
    }

    #[test]
    fn pictures_come_in_order_and_again() {
        let mut reader = Y4mReader::new(Cursor::new(file(3))).expect("valid");
        let read: Vec<(u8, u32)> = (0..7).map(|_| read(&mut reader)).collect();
        assert_eq!(read, [(0, 0), (1, 1), (2, 2), (0, 0), (1, 1), (2, 2), (0, 0)]);
    }

    #[test]
    fn a_picture_is_found_by_its_number() {
        let mut reader = Y4mReader::new(Cursor::new(file(9))).expect("valid");
        let mut picture = Picture::new(reader.size());
        for index in [5, 6, 2, 8, 0, 8, 7] {
            assert_eq!(reader.read_at(index, &mut picture), Ok(true));
            assert_eq!((picture.bytes()[11], picture.position), (index as u8, index));
        }
        assert_eq!(reader.read_at(9, &mut picture), Ok(false));
        assert_eq!(reader.read_at(u32::MAX, &mut picture), Ok(false));
    }

    #[test]
    fn a_last_frame_cut_short_does_not_count() {
        let mut bytes = file(3);
        bytes.truncate(bytes.len() - 1);
        let mut reader = Y4mReader::new(Cursor::new(bytes)).expect("valid");
        let read: Vec<u8> = (0..4).map(|_| read(&mut reader).0).collect();
        assert_eq!(read, [0, 1, 0, 1]);
    }

    #[test]
    fn broken_files_are_told() {
        let open = |bytes: Vec<u8>| Y4mReader::new(Cursor::new(bytes)).map(|_| ()).unwrap_err();
        assert_eq!(open(Vec::new()), Y4mError::NoHeader);
        assert_eq!(open(vec![b'Y'; 5_000]), Y4mError::NoHeader);
        assert_eq!(open(file(0)), Y4mError::Empty);
        assert_eq!(open(file(1)[..40].to_vec()), Y4mError::Empty);
        let wrong = String::from_utf8(file(1)).expect("text").replace("FRAME", "FRAIM");
        assert_eq!(open(wrong.into_bytes()), Y4mError::NoFrame { index: 0 });
    }

    #[test]
    fn a_frame_that_begins_wrongly_ends_the_reading() {
        let mut bytes = file(2);
        bytes.extend_from_slice(b"GARBAGE\n");
        let mut reader = Y4mReader::new(Cursor::new(bytes)).expect("valid");
        let mut picture = Picture::new(reader.size());
        assert_eq!(reader.read(&mut picture), Ok(()));
        assert_eq!(reader.read(&mut picture), Ok(()));
        assert_eq!(reader.read(&mut picture), Err(Y4mError::NoFrame { index: 2 }));
    }

    #[test]
    fn odd_edges_are_left_out() {
        let mut bytes = b"YUV4MPEG2 W3 H3\nFRAME\n".to_vec();
        bytes.extend_from_slice(&[1, 2, 9, 3, 4, 9, 9, 9, 9, 5, 9, 9, 9, 6, 9, 9, 9]);
        let mut reader = Y4mReader::new(Cursor::new(bytes)).expect("valid");
        let mut picture = Picture::new(reader.size());
        reader.read(&mut picture).expect("a picture");
        assert_eq!(picture.bytes(), [1, 2, 3, 4, 5, 6]);
    }
}
