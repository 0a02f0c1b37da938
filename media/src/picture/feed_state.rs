//! What a feed holds.

use std::sync::Arc;

use super::Picture;

/// What a [`super::PictureFeed`] holds.
#[derive(Debug)]
pub(super) struct FeedState {
    /// Changes so far.
    pub(super) version: u64,
    /// What is shown.
    pub(super) picture: Option<Arc<Picture>>,
    /// Whether somebody has looked since the last change.
    pub(super) is_seen: bool,
}

impl Default for FeedState {
    /// The first picture is news.
    fn default() -> FeedState {
        FeedState { version: 0, picture: None, is_seen: true }
    }
}
