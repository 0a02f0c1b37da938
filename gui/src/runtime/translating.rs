//! From what a client tells to what a desktop hears.

use super::source_problems::{failed, not_opened};
use crate::client::ClientEvent;
use crate::desktop::News;

/// What a desktop hears of an event; `None` for what it has no use for.
pub(super) fn news_of(event: ClientEvent) -> Option<News> {
    Some(match event {
        ClientEvent::SourceOpened(size) => News::Source(Ok(size)),
        ClientEvent::SourceNotOpened(error) => {
            tracing::warn!(%error, "nothing can be sent");
            News::Source(Err(not_opened(&error)))
        }
        ClientEvent::SourceFailed(error) => {
            tracing::warn!(%error, "nothing is sent any more");
            News::Source(Err(failed(&error)))
        }
        ClientEvent::SourceClosed => return None,
        ClientEvent::FirstPicture => News::FirstPicture,
        event => News::Client(event),
    })
}
