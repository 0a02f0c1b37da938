//! What the window needs of the outside.

use std::path::PathBuf;
use std::sync::Arc;

use roomrtc_media::picture::Picture;

use super::Feed;
use crate::desktop::{DesktopEffect, News};

/// What the window needs of the outside: the runtime, or something in its place for tests. Nothing here
/// waits. Whoever has news or a picture wakes the window, once.
pub trait Outside {
    /// Has this done. What comes of it is news.
    fn carry_out(&mut self, effect: DesktopEffect);

    /// Has a report written, with these statistics: at this path, or at one of the program's choice.
    fn save_report(&mut self, path: Option<PathBuf>, statistics: String);

    /// The oldest news that were not taken yet.
    fn poll_news(&mut self) -> Option<News>;

    /// The newest picture, if there is one now. The next one wakes the window if it `is_awaited`.
    fn picture(&self, feed: Feed, is_awaited: bool) -> Option<Arc<Picture>>;
}
