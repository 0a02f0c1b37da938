//! What the camera sees, outside of a call.

use std::io;
use std::sync::Arc;

use roomrtc_media::capture::{CaptureThread, Captured};
use roomrtc_media::picture::PictureFeed;
use roomrtc_media::source::SourceFrame;
use roomrtc_media::time::WallClock;

use super::NewsSender;
use super::source_problems::{failed, not_opened};
use crate::client::SourceFactory;
use crate::desktop::News;

/// Shows what a source gives, without sending it. The source is open only as long as it is shown.
#[derive(Debug)]
pub(super) struct Preview {
    thread: CaptureThread,
}

impl Preview {
    /// A preview of nothing yet, which shows its pictures in `feed`.
    pub(super) fn start(news: NewsSender, feed: PictureFeed) -> io::Result<Preview> {
        let thread = CaptureThread::start("preview", WallClock::new(), move |captured| {
            match captured {
                Captured::Frame(SourceFrame::Picture(picture)) => {
                    return feed.put(Arc::new(picture));
                }
                // A file that is encoded already has no pictures to show.
                Captured::Frame(SourceFrame::Encoded { .. }) => return,
                Captured::Opened(source) => news.tell(News::Preview(Ok(source.size))),
                Captured::NotOpened(error) => {
                    tracing::warn!(%error, "no preview");
                    news.tell(News::Preview(Err(not_opened(&error))));
                }
                Captured::Failed(error) => {
                    tracing::warn!(%error, "the preview has ended");
                    news.tell(News::Preview(Err(failed(&error))));
                }
                Captured::Closed => {}
            }
            feed.clear();
        })?;
        Ok(Preview { thread })
    }

    /// Shows this, or nothing. Returns at once.
    pub(super) fn show(&self, source: Option<&SourceFactory>) {
        self.thread.switch(source.map(SourceFactory::opener));
    }
}
