//! A Y4M file as a source.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::Y4mReader;
use crate::picture::{PicturePool, PictureSize};
use crate::source::{OpenSourceError, SourceError, SourceFrame, VideoSource};
use crate::time::{FrameRate, WallClock};

/// The pictures of a Y4M file, over and over.
#[derive(Debug)]
pub struct Y4mSource {
    path: PathBuf,
    reader: Y4mReader<File>,
    frame_rate: FrameRate,
}

impl Y4mSource {
    /// Opens a file. Without a frame rate the header's is taken, and 30 where it has none.
    ///
    /// # Errors
    /// When the file cannot be read or is not supported.
    pub fn open(path: &Path, frame_rate: Option<FrameRate>) -> Result<Self, OpenSourceError> {
        let path = path.to_path_buf();
        let file = File::open(&path).map_err(|error| OpenSourceError::Unreadable {
            path: path.clone(),
            reason: error.to_string(),
        })?;
        let reader = Y4mReader::new(file)
            .map_err(|error| OpenSourceError::Y4m { path: path.clone(), error })?;
        let frame_rate = frame_rate.or(reader.header().frame_rate).unwrap_or_default();
        Ok(Self { path, reader, frame_rate })
    }
}

impl VideoSource for Y4mSource {
    fn description(&self) -> String {
        let (path, size) = (self.path.display(), self.reader.size());
        format!("Y4M file {path}, {size}, {} frames a second", self.frame_rate)
    }

    fn size(&self) -> PictureSize {
        self.reader.size()
    }

    fn frame_rate(&self) -> Option<FrameRate> {
        Some(self.frame_rate)
    }

    fn next_frame(
        &mut self,
        clock: &WallClock,
        pool: &PicturePool,
    ) -> Result<SourceFrame, SourceError> {
        let mut picture = pool.take(self.reader.size());
        self.reader
            .read(&mut picture)
            .map_err(|error| SourceError::File { path: self.path.clone(), error })?;
        picture.capture_time = clock.now();
        Ok(SourceFrame::Picture(picture))
    }
}
