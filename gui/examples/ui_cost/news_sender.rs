//! What tells news.

use std::sync::Arc;
use std::sync::mpsc::Sender;

use roomrtc_gui::client::ClientEvent;
use roomrtc_gui::desktop::News;

use super::made_up::CALL;

/// What tells news, and wakes the window.
#[derive(Clone)]
pub(crate) struct NewsSender {
    news: Sender<News>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl NewsSender {
    /// One that tells on this channel.
    pub(crate) fn new(news: Sender<News>, wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        Self { news, wake }
    }

    /// Tells what a client would.
    pub(crate) fn tell(&self, event: ClientEvent) {
        // A window that is gone needs no news.
        let _ = self.news.send(News::Client(event));
        (self.wake)();
    }

    /// A call begins, and stands.
    pub(crate) fn begin_call(&self) {
        let (user, role) = CALL;
        self.tell(ClientEvent::CallBegan { user: user.to_owned(), role });
        self.tell(ClientEvent::Connected);
    }
}
