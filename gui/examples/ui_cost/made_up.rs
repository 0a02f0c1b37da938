//! An outside in which somebody is logged in and gets called.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use roomrtc_core::signaling::UserState;
use roomrtc_core::signaling::client::CallRole;
use roomrtc_gui::client::ClientEvent;
use roomrtc_gui::desktop::{DesktopEffect, News};
use roomrtc_gui::window::{Feed, Outside};
use roomrtc_media::picture::{Picture, PictureFeed};

use super::news_sender::NewsSender;

/// An outside in which somebody is logged in and gets called. It has pictures, and does nothing.
pub(crate) struct MadeUp {
    feeds: [PictureFeed; 2],
    news: Receiver<News>,
    sender: NewsSender,
}

impl MadeUp {
    /// One that wakes the window.
    pub(crate) fn new(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let feed = || {
            let wake = Arc::clone(&wake);
            PictureFeed::new(move || wake())
        };
        let feeds = [feed(), feed()];
        let (news, received): (Sender<News>, _) = channel();
        let sender = NewsSender::new(news, wake);
        let user = "ann".to_owned();
        sender.tell(ClientEvent::ServerConnected);
        sender.tell(ClientEvent::LoggedIn { user });
        let people = (0..40).map(|number| (format!("person{number}"), UserState::Available));
        sender.tell(ClientEvent::Users(people.collect()));
        Self { feeds, news: received, sender }
    }

    /// The other side's pictures, and one's own.
    pub(crate) fn feeds(&self) -> [PictureFeed; 2] {
        self.feeds.clone()
    }

    /// What tells more.
    pub(crate) fn sender(&self) -> NewsSender {
        self.sender.clone()
    }
}

impl Outside for MadeUp {
    fn carry_out(&mut self, _effect: DesktopEffect) {}

    fn save_report(&mut self, _path: Option<PathBuf>, _statistics: String) {}

    fn poll_news(&mut self) -> Option<News> {
        self.news.try_recv().ok()
    }

    fn picture(&self, feed: Feed, is_awaited: bool) -> Option<Arc<Picture>> {
        let pictures = match feed {
            Feed::Remote => &self.feeds[0],
            Feed::Own => &self.feeds[1],
            Feed::Preview => return None,
        };
        if is_awaited { pictures.latest() } else { pictures.peek() }
    }
}

/// The call that is made up.
pub(crate) const CALL: (&str, CallRole) = ("person1", CallRole::Caller);
