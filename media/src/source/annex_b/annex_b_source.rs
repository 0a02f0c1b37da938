//! An H.264 file as a source.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{AnnexBError, AnnexBStream};
use crate::picture::{PicturePool, PictureSize};
use crate::source::{OpenSourceError, SourceError, SourceFrame, VideoSource};
use crate::time::{FrameRate, WallClock, WallTime};

/// The access units of an H.264 file, over and over.
#[derive(Debug)]
pub struct AnnexBSource {
    path: PathBuf,
    stream: AnnexBStream,
    frame_rate: FrameRate,
    next: usize,
    last_key_frame: Option<WallTime>,
    wants_key_frame: bool,
}

impl AnnexBSource {
    /// Larger files are refused.
    pub const MOST_BYTES: u64 = 512 << 20;
    /// A key frame that was sent so lately answers a request: it may still be on its way.
    pub const KEY_FRAME_INTERVAL: Duration = Duration::from_millis(500);

    /// Opens a file to be sent at this frame rate.
    ///
    /// # Errors
    /// When the file cannot be read, is too large, or has no IDR picture to start with.
    pub fn open(path: &Path, frame_rate: FrameRate) -> Result<Self, OpenSourceError> {
        let path = path.to_path_buf();
        let bytes = read(&path).map_err(|error| OpenSourceError::Unreadable {
            path: path.clone(),
            reason: error.to_string(),
        })?;
        let stream = match bytes.len() as u64 > Self::MOST_BYTES {
            true => Err(AnnexBError::TooLarge { bytes: Self::MOST_BYTES }),
            false => AnnexBStream::new(bytes),
        };
        let stream =
            stream.map_err(|error| OpenSourceError::AnnexB { path: path.clone(), error })?;
        Ok(Self::from_stream(path, stream, frame_rate))
    }

    fn from_stream(path: PathBuf, stream: AnnexBStream, frame_rate: FrameRate) -> Self {
        Self { path, stream, frame_rate, next: 0, last_key_frame: None, wants_key_frame: false }
    }

    fn next_at(&mut self, now: WallTime) -> SourceFrame {
        let is_on_its_way =
            self.last_key_frame.is_some_and(|last| now.since(last) < Self::KEY_FRAME_INTERVAL);
        if std::mem::take(&mut self.wants_key_frame) && !is_on_its_way {
            self.next = self.stream.key_frame_from(self.next);
        }
        let unit = self.stream.access_unit(self.next);
        self.next = (self.next + 1) % self.stream.len();
        if unit.is_key_frame {
            self.last_key_frame = Some(now);
        }
        SourceFrame::Encoded { unit, capture_time: now }
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(AnnexBSource::MOST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

impl VideoSource for AnnexBSource {
    fn description(&self) -> String {
        let (path, size, count) = (self.path.display(), self.size(), self.stream.len());
        format!("H.264 file {path}, {size}, {count} frames, {} a second", self.frame_rate)
    }

    fn size(&self) -> PictureSize {
        self.stream.size()
    }

    fn frame_rate(&self) -> Option<FrameRate> {
        Some(self.frame_rate)
    }

    fn next_frame(
        &mut self,
        clock: &WallClock,
        _pool: &PicturePool,
    ) -> Result<SourceFrame, SourceError> {
        Ok(self.next_at(clock.now()))
    }

    /// Goes on at the next IDR picture of the file.
    fn request_key_frame(&mut self) {
        self.wants_key_frame = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEQUENCE: &[u8] =
        &[0, 0, 0, 1, 0x67, 0x42, 0xC0, 0x1E, 0x8C, 0x8D, 0x40, 0x50, 0x17, 0xFC, 0xB0, 0x0F];

    /// A stream of these frames: `I` is an IDR picture, `P` another, each with its number.
    fn source(pattern: &str) -> AnnexBSource {
        let mut bytes = SEQUENCE.to_vec();
        for (number, kind) in pattern.bytes().enumerate() {
            let header = if kind == b'I' { 0x65 } else { 0x41 };
            bytes.extend_from_slice(&[0, 0, 0, 1, header, 0x88, 0x80 + number as u8]);
        }
        let stream = AnnexBStream::new(bytes).expect("usable");
        AnnexBSource::from_stream("x.264".into(), stream, FrameRate::default())
    }

    fn number(source: &mut AnnexBSource, millis: u64) -> u8 {
        match source.next_at(WallTime::from_micros(millis * 1_000)) {
            SourceFrame::Encoded { unit, .. } => unit.data.last().expect("not empty") - 0x80,
            SourceFrame::Picture(_) => panic!("encoded frames only"),
        }
    }

    #[test]
    fn frames_come_in_order_and_again() {
        let mut source = source("IPPIP");
        let numbers: Vec<u8> = (0..7).map(|index| number(&mut source, index * 33)).collect();
        assert_eq!(numbers, [0, 1, 2, 3, 4, 0, 1]);
        assert_eq!(source.description(), "H.264 file x.264, 640x360, 5 frames, 30 a second");
    }

    #[test]
    fn a_wanted_key_frame_is_the_next_of_the_file() {
        let mut source = source("IPPPIP");
        assert_eq!((number(&mut source, 0), number(&mut source, 1_000)), (0, 1));
        source.request_key_frame();
        assert_eq!((number(&mut source, 2_000), number(&mut source, 2_033)), (4, 5));
        source.request_key_frame();
        assert_eq!(number(&mut source, 2_066), 0, "the file goes on, the key frame is on its way");
        assert_eq!(number(&mut source, 2_100), 1);
        source.request_key_frame();
        assert_eq!(number(&mut source, 2_133), 2);
        assert_eq!(number(&mut source, 5_000), 3, "that request was answered");
    }
}
