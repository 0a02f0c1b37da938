//! The way to the desktop.

use std::fmt;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;

use roomrtc_media::picture::PictureFeed;

use crate::desktop::News;

/// Hands news to the desktop from any thread, wakes whoever is to look, and never waits.
#[derive(Clone)]
pub struct NewsSender {
    news: SyncSender<News>,
    waker: Arc<dyn Fn() + Send + Sync>,
}

impl NewsSender {
    pub(super) fn new(news: SyncSender<News>, waker: Arc<dyn Fn() + Send + Sync>) -> NewsSender {
        NewsSender { news, waker }
    }

    /// A feed of pictures that wakes the same.
    pub(super) fn feed(&self) -> PictureFeed {
        let waker = Arc::clone(&self.waker);
        PictureFeed::new(move || waker())
    }

    /// Tells something; lost if the window is a thousand news behind, or gone.
    pub fn tell(&self, news: News) {
        if self.news.try_send(news).is_err() {
            tracing::warn!("the window takes no more news");
        }
        (self.waker)();
    }
}

impl fmt::Debug for NewsSender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewsSender(..)")
    }
}
