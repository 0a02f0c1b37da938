//! A Y4M file, read again.

use std::fs::File;
use std::path::Path;

use super::{Y4mError, Y4mReader};
use crate::block_code::BlockCode;
use crate::picture::Picture;
use crate::source::ReferencePictures;

/// Reads the picture of a Y4M file that was sent.
#[derive(Debug)]
pub struct Y4mReference {
    reader: Y4mReader<File>,
}

impl Y4mReference {
    /// Opens a file; `None` where it has more pictures than a block code tells apart.
    ///
    /// # Errors
    /// When the file cannot be read or is not supported.
    pub fn open(path: &Path) -> Result<Option<Self>, Y4mError> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        let reader = Y4mReader::new(file)?;
        let most_frames = length / reader.header().frame_bytes() as u64;
        Ok((most_frames <= 1 << 16).then_some(Self { reader }))
    }
}

impl ReferencePictures for Y4mReference {
    fn draw(&mut self, code: &BlockCode, picture: &mut Picture) -> bool {
        let same_size = picture.size() == self.reader.size();
        same_size && self.reader.read_at(code.source_position.into(), picture) == Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::PicturePool;
    use crate::source::y4m::Y4mSource;
    use crate::source::{SourceFrame, VideoSource};
    use crate::time::WallClock;

    #[test]
    fn the_reference_is_the_picture_that_was_sent() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("three.y4m");
        let mut content = b"YUV4MPEG2 W8 H8 F15:1\n".to_vec();
        for number in 0..3 {
            content.extend_from_slice(b"FRAME\n");
            content.extend_from_slice(&[number; 96]);
        }
        std::fs::write(&path, content).expect("written");
        let mut source = Y4mSource::open(&path, None).expect("valid");
        let mut reference = Y4mReference::open(&path).expect("valid").expect("short");
        let (clock, pool) = (WallClock::new(), PicturePool::default());
        for number in 0..8 {
            let Ok(SourceFrame::Picture(sent)) = source.next_frame(&clock, &pool) else {
                panic!("a picture");
            };
            let mut again = pool.take(sent.size());
            assert!(reference.draw(&BlockCode::of(&sent, number), &mut again));
            assert_eq!(sent.bytes(), again.bytes());
        }
        assert!(source.description().ends_with("three.y4m, 8x8, 15 frames a second"));
    }
}
