//! What runs behind the window.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_io_mio::Clock;
use roomrtc_media::picture::PictureFeed;

use super::NewsSender;
use super::call_recordings::CallRecordings;
use super::camera_watch::CameraWatch;
use super::ground::Ground;
use super::here::LocalRoom;
use super::preview::Preview;
use crate::client::{ClientCommand, RunningClient};
use crate::desktop::{DesktopEffect, News};
use crate::recording::WrittenSoFar;
use crate::settings::{KeepOrder, Keeper};

/// What runs behind the window: see the module. Dropping it ends all of it, which may take a moment.
#[derive(Debug)]
pub struct Runtime {
    pub(super) ground: Ground,
    pub(super) client: Option<RunningClient>,
    pub(super) preview: Preview,
    /// `None` where cameras that come and go cannot be seen.
    pub(super) watch: Option<CameraWatch>,
    pub(super) room: Arc<Mutex<Option<LocalRoom>>>,
    /// Which local server is wished for: what was started for an earlier wish is ended.
    pub(super) room_wish: Arc<AtomicU64>,
    /// Which connection is wished for: a name that is found for an earlier wish is of no use.
    pub(super) connect_wish: Arc<AtomicU64>,
    pub(super) recordings: Arc<CallRecordings>,
    /// What writes the settings and all that; `None` where nothing is kept.
    pub(super) keeper: Option<Keeper>,
    pub(super) news: Receiver<News>,
    pub(super) own: PictureFeed,
    pub(super) remote: PictureFeed,
    pub(super) previewed: PictureFeed,
}

impl Runtime {
    /// The time now, for the desktop.
    pub fn now(&self) -> Time {
        self.ground.clock.now()
    }

    /// The clock of that.
    pub fn clock(&self) -> Clock {
        self.ground.clock
    }

    /// Does what a desktop wants, and returns at once. What is not its own is given back: reports, the
    /// clipboard, and the window's end.
    pub fn carry_out(&mut self, effect: DesktopEffect) -> Option<DesktopEffect> {
        match effect {
            DesktopEffect::Connect { server, security } => self.connect(server, security),
            DesktopEffect::Command(command) => self.command(command),
            DesktopEffect::StartLocalServer => self.start_room(),
            DesktopEffect::StopLocalServer => self.stop_room(),
            DesktopEffect::ChooseSource(choice) => self.choose(&choice),
            DesktopEffect::StartPreview(choice) => self.start_preview(&choice),
            DesktopEffect::StopPreview => self.preview.show(None),
            DesktopEffect::ListWindows => self.list_windows(),
            DesktopEffect::WriteSettings(settings) => {
                self.follow_settings(&settings);
                self.keep(KeepOrder::Settings(settings));
            }
            other => return self.keep_or_return(other),
        }
        None
    }

    fn keep_or_return(&self, effect: DesktopEffect) -> Option<DesktopEffect> {
        self.keep(match effect {
            DesktopEffect::WriteSession(session) => KeepOrder::Session(session),
            DesktopEffect::ForgetSession => KeepOrder::ForgetSession,
            DesktopEffect::RememberPeer(peer) => KeepOrder::Peer(peer),
            DesktopEffect::KeepCertificate { server, certificate } => {
                KeepOrder::Certificate { server, certificate }
            }
            other => return Some(other),
        });
        None
    }

    /// What cannot be kept is news.
    fn keep(&self, order: KeepOrder) {
        let kept = order.kept();
        let sent = self.keeper.as_ref().map_or(Err(kept), |keeper| keeper.keep(order));
        if let Err(kept) = sent {
            self.ground.news.tell(News::NotKept(kept));
        }
    }

    /// The oldest news that were not taken yet.
    pub fn poll_news(&mut self) -> Option<News> {
        self.news.try_recv().ok()
    }

    /// Waits for news, for so long: for those without a window.
    pub fn wait_news(&mut self, most: Duration) -> Option<News> {
        self.news.recv_timeout(most).ok()
    }

    /// The way in for news of others: of a report that was written.
    pub fn news_sender(&self) -> NewsSender {
        self.ground.news.clone()
    }

    /// The pictures that are sent.
    pub fn own_pictures(&self) -> &PictureFeed {
        &self.own
    }

    /// The other side's pictures.
    pub fn remote_pictures(&self) -> &PictureFeed {
        &self.remote
    }

    /// The pictures of the preview.
    pub fn previewed_pictures(&self) -> &PictureFeed {
        &self.previewed
    }

    /// The recording of the call that stands, or of the last one, if there is one.
    pub fn recording(&self) -> Option<PathBuf> {
        self.recordings.latest()
    }

    /// What waits for the recordings, which are written by threads of their own.
    pub fn written_so_far(&self) -> Vec<WrittenSoFar> {
        self.recordings.written_so_far()
    }

    /// Ends all of it, and waits for that: the call is hung up, cameras are closed, and the login is left
    /// as it is.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        let Some(client) = self.client.take() else { return };
        self.connect_wish.fetch_add(1, Ordering::Relaxed);
        self.room_wish.fetch_add(1, Ordering::Relaxed);
        client.command(ClientCommand::Leave);
        client.join();
        self.preview.show(None);
        self.watch = None;
        self.ground.wait();
        *self.room.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.recordings.end();
        self.keeper = None;
    }
}

impl Drop for Runtime {
    fn drop(&mut self) {
        self.end();
    }
}
