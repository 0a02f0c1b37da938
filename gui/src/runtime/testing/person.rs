//! Somebody with a runtime.

use std::collections::VecDeque;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::Command;
use roomrtc_core::signaling::{Credentials, Token};
use roomrtc_io_mio::{CertificateFingerprint, StreamSecurity};
use roomrtc_media::block_code::BlockCode;
use roomrtc_media::picture::Picture;
use tempfile::TempDir;

use super::ScriptedSources;
use crate::client::{ClientCommand, ClientEvent};
use crate::desktop::{DesktopEffect, LocalServer, News, Settings, SourceChoice};
use crate::runtime::{Runtime, RuntimeOptions, SourceSettings};
use crate::settings::Folders;

/// How long anything may take. Nothing takes so long.
const PATIENCE: Duration = Duration::from_secs(120);

/// Somebody with a runtime on loopback, and folders and a camera of a test.
pub(in crate::runtime) struct Person {
    pub(in crate::runtime) runtime: Runtime,
    pub(in crate::runtime) sources: ScriptedSources,
    pub(in crate::runtime) user: String,
    /// The server, once there is one.
    pub(in crate::runtime) server: LocalServer,
    options: RuntimeOptions,
    folder: TempDir,
    /// News that nobody has waited for yet.
    heard: VecDeque<News>,
    bell: SyncSender<()>,
    rung: Receiver<()>,
    woken: Arc<AtomicU32>,
}

impl Person {
    pub(in crate::runtime) fn new(source: SourceChoice) -> Person {
        Person::within(tempfile::tempdir().expect("a folder"), source)
    }

    /// One for whom nothing can be kept.
    pub(in crate::runtime) fn without_a_place(source: SourceChoice) -> Person {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("kept"), "a file in the way").expect("written");
        Person::within(folder, source)
    }

    fn within(folder: TempDir, source: SourceChoice) -> Person {
        let path = |name: &str| folder.path().join(name);
        std::fs::create_dir(path("dev")).expect("a folder");
        let sources = ScriptedSources::default();
        let settings = Settings { source, ..Settings::default() };
        let small = "320x180".parse().expect("a size");
        let mut options = RuntimeOptions::new(Some(Folders::under(&path("kept"))), settings);
        options.bind = Some(IpAddr::V4(Ipv4Addr::LOCALHOST));
        options.sources = Arc::new(sources.clone());
        options.source_settings = SourceSettings::default().of_size(small);
        options.device_folder = path("dev");
        let ((bell, rung), woken) = (sync_channel(1), Arc::<AtomicU32>::default());
        let runtime = start(&options, &bell, &woken);
        let (user, heard) = (String::new(), VecDeque::new());
        let server = LocalServer {
            server: String::new(),
            certificate: CertificateFingerprint::of(b""),
            credentials: Credentials::new("", ""),
            echo: String::new(),
        };
        Person { runtime, sources, user, server, options, folder, heard, bell, rung, woken }
    }

    /// Ends the runtime and starts another in its place.
    pub(in crate::runtime) fn restart(&mut self) {
        let next = start(&self.options, &self.bell, &self.woken);
        std::mem::replace(&mut self.runtime, next).stop();
        self.heard.clear();
    }

    /// Where things are kept.
    pub(in crate::runtime) fn kept(&self) -> PathBuf {
        self.folder.path().join("kept")
    }

    pub(in crate::runtime) fn devices(&self) -> PathBuf {
        self.folder.path().join("dev")
    }

    /// How often the waker was called.
    pub(in crate::runtime) fn woken(&self) -> u32 {
        self.woken.load(Ordering::Relaxed)
    }

    pub(in crate::runtime) fn carry_out(&mut self, effect: DesktopEffect) {
        assert!(self.runtime.carry_out(effect).is_none());
    }

    pub(in crate::runtime) fn command(&mut self, command: ClientCommand) {
        self.carry_out(DesktopEffect::Command(command));
    }

    pub(in crate::runtime) fn signal(&mut self, command: Command) {
        self.command(ClientCommand::Signal(command));
    }

    pub(in crate::runtime) fn choose(&mut self, choice: SourceChoice) {
        self.carry_out(DesktopEffect::ChooseSource(choice));
    }

    /// Waits for news of a kind; others are kept for later.
    pub(in crate::runtime) fn hear(&mut self, is_it: impl Fn(&News) -> bool) -> News {
        if let Some(index) = self.heard.iter().position(&is_it) {
            return self.heard.remove(index).expect("there");
        }
        let due = Instant::now() + PATIENCE;
        while let Some(news) = self.runtime.wait_news(due.saturating_duration_since(Instant::now()))
        {
            if is_it(&news) {
                return news;
            }
            self.heard.push_back(news);
        }
        panic!("nothing of the kind was told, but {:?}", self.heard);
    }

    /// Starts a server of one's own.
    pub(in crate::runtime) fn try_here(&mut self) -> LocalServer {
        self.carry_out(DesktopEffect::StartLocalServer);
        match self.hear(|news| matches!(news, News::LocalServer(_))) {
            News::LocalServer(Ok(here)) => here,
            other => panic!("{other:?}"),
        }
    }

    pub(in crate::runtime) fn connect(
        &mut self,
        server: &str,
        pin: Option<CertificateFingerprint>,
    ) {
        let (server, security) = (server.to_owned(), StreamSecurity::Tls { pin });
        self.carry_out(DesktopEffect::Connect { server, security });
    }

    /// Makes an account by this command, and logs in with it.
    pub(in crate::runtime) fn enter(
        &mut self,
        here: &LocalServer,
        user: &str,
        register: fn(Credentials) -> Command,
    ) {
        let credentials = Credentials::new(user, "a password of some length");
        self.reach(here);
        self.signal(register(credentials.clone()));
        self.hear(|news| matches!(news, News::Client(ClientEvent::Registered)));
        self.log_in_with(credentials);
    }

    /// Logs in with what was made for one.
    pub(in crate::runtime) fn log_in(&mut self, here: &LocalServer) {
        self.reach(here);
        self.log_in_with(here.credentials.clone());
    }

    fn reach(&mut self, here: &LocalServer) {
        self.server = here.clone();
        self.connect(&here.server, Some(here.certificate));
        self.hear(|news| matches!(news, News::Client(ClientEvent::ServerConnected)));
    }

    fn log_in_with(&mut self, credentials: Credentials) {
        self.user.clone_from(&credentials.user);
        self.signal(Command::Login(credentials));
        self.hear(|news| matches!(news, News::Client(ClientEvent::LoggedIn { .. })));
    }

    /// Waits until the server has taken all that was sent to it.
    pub(in crate::runtime) fn meet_the_server(&mut self) {
        self.signal(Command::CreateInvitation);
        self.hear(|news| matches!(news, News::Client(ClientEvent::Invitation { .. })));
    }

    /// What resumes the login.
    pub(in crate::runtime) fn token(&mut self) -> Token {
        match self.hear(|news| matches!(news, News::Client(ClientEvent::Session(Some(_))))) {
            News::Client(ClientEvent::Session(Some(token))) => token,
            other => panic!("{other:?}"),
        }
    }

    /// Waits until the code of the other side's picture is like this.
    pub(in crate::runtime) fn remote_code(
        &self,
        is_it: impl Fn(Option<BlockCode>) -> bool,
    ) -> Option<BlockCode> {
        let code = |picture: &Picture| BlockCode::read(picture);
        let feed = self.runtime.remote_pictures().clone();
        let seen = self.wait(|| feed.latest(), |picture| is_it(code(picture)));
        code(&seen)
    }

    /// The next news, or nothing at this time of its clock.
    pub(super) fn next_news(&mut self, until: Option<Time>) -> Option<News> {
        let now = self.runtime.now();
        let most = until.map_or(PATIENCE, |at| at.since(now)).min(PATIENCE);
        self.runtime.wait_news(most)
    }

    /// Waits until the other side's pictures have this size.
    pub(in crate::runtime) fn remote_size(&self, size: &str) {
        let feed = self.runtime.remote_pictures().clone();
        self.wait(|| feed.latest(), |picture| picture.size().to_string() == size);
    }

    pub(in crate::runtime) fn wait_for_preview(&self) {
        let feed = self.runtime.previewed_pictures().clone();
        self.wait(|| feed.latest(), |_| true);
    }

    fn wait(
        &self,
        look: impl Fn() -> Option<Arc<Picture>>,
        is_it: impl Fn(&Picture) -> bool,
    ) -> Arc<Picture> {
        let due = Instant::now() + PATIENCE;
        loop {
            if let Some(picture) = look().filter(|picture| is_it(picture)) {
                return picture;
            }
            let left = due.saturating_duration_since(Instant::now());
            self.rung.recv_timeout(left).expect("no such picture has come");
        }
    }
}

fn start(options: &RuntimeOptions, bell: &SyncSender<()>, woken: &Arc<AtomicU32>) -> Runtime {
    let (bell, woken) = (bell.clone(), Arc::clone(woken));
    let waker = move || {
        woken.fetch_add(1, Ordering::Relaxed);
        // One that was not heard yet says it already.
        let _ = bell.try_send(());
    };
    Runtime::start(options.clone(), waker).expect("it starts")
}
