//! Received pictures as a source.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use roomrtc_media::picture::{PictureFeed, PicturePool, PictureSize};
use roomrtc_media::source::{Canceller, SourceError, SourceFrame, VideoSource};
use roomrtc_media::time::{FrameRate, WallClock};

/// Gives the pictures of a feed, each once, as they come.
#[derive(Debug)]
pub(super) struct EchoSource {
    feed: PictureFeed,
    seen: u64,
    is_cancelled: Arc<AtomicBool>,
}

impl EchoSource {
    /// The pictures that come to this feed from here on.
    pub(super) fn new(feed: PictureFeed) -> EchoSource {
        EchoSource { seen: feed.version(), feed, is_cancelled: Arc::default() }
    }
}

impl VideoSource for EchoSource {
    fn description(&self) -> String {
        "what comes, sent back".into()
    }

    /// That of the first picture is not known before it comes.
    fn size(&self) -> PictureSize {
        self.feed.latest().map_or(PictureSize::NHD, |picture| picture.size())
    }

    fn frame_rate(&self) -> Option<FrameRate> {
        None
    }

    fn next_frame(
        &mut self,
        clock: &WallClock,
        pool: &PicturePool,
    ) -> Result<SourceFrame, SourceError> {
        let (version, picture) =
            self.feed.wait(self.seen, &self.is_cancelled).ok_or(SourceError::Over)?;
        self.seen = version;
        let mut copy = pool.copy(&picture);
        copy.capture_time = clock.now();
        Ok(SourceFrame::Picture(copy))
    }

    fn canceller(&self) -> Canceller {
        let (feed, is_cancelled) = (self.feed.clone(), Arc::clone(&self.is_cancelled));
        Canceller::new(move || {
            is_cancelled.store(true, Ordering::Relaxed);
            feed.wake_waiting();
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roomrtc_media::picture::Picture;

    #[test]
    fn each_picture_comes_once_and_a_wait_can_be_ended() {
        let feed = PictureFeed::default();
        let picture = |position| {
            let mut picture = Picture::new(PictureSize::NHD);
            picture.position = position;
            Arc::new(picture)
        };
        feed.put(picture(1));
        let mut source = EchoSource::new(feed.clone());
        let (clock, pool) = (WallClock::new(), PicturePool::default());
        feed.put(picture(2));
        let frame = source.next_frame(&clock, &pool).expect("a picture");
        assert!(matches!(frame, SourceFrame::Picture(picture) if picture.position == 2));
        let canceller = source.canceller();
        let waiting = std::thread::spawn(move || source.next_frame(&clock, &pool).map(|_| ()));
        canceller.cancel();
        assert_eq!(waiting.join().expect("no panic"), Err(SourceError::Over));
    }
}
