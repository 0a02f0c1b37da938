//! Somebody who calls for real and saves reports of it.

use std::fs;
use std::net::{IpAddr, Ipv4Addr};
use std::path::Path;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::{Duration, Instant};

use tracing_subscriber::layer::{Layer, SubscriberExt};

use crate::archive::Withheld;
use crate::client::ClientEvent;
use crate::desktop::{
    Action, Desktop, DesktopEffect, DesktopStart, News, Notice, Settings, SourceChoice,
};
use crate::log::{LogFiles, LogLayer, most_logged};
use crate::runtime::{Runtime, RuntimeOptions, SourceSettings};
use crate::settings::Folders;
use crate::statistics::history::StatisticsHistory;
use crate::window::Outside;
use crate::window::backstage::Backstage;

/// How long anything may take. Nothing takes so long.
const PATIENCE: Duration = Duration::from_secs(120);

/// Somebody with all that is behind a window, on loopback, who remembers every secret there was.
pub(crate) struct Reporter {
    pub(crate) desktop: Desktop,
    /// What must not be in a report.
    pub(crate) secrets: Vec<String>,
    pub(crate) is_closed: bool,
    outside: Backstage,
    history: StatisticsHistory,
    clock: roomrtc_io_mio::Clock,
    bell: Receiver<()>,
    _files: LogFiles,
}

impl Reporter {
    /// One with folders in this one. The log is that of the whole process.
    pub(crate) fn new(folder: &Path) -> Reporter {
        let settings = Settings { source: SourceChoice::TestCard, ..Settings::default() };
        let folders = Folders::under(folder);
        let (log, files) = LogFiles::open(&folders.log).expect("a log");
        let layer = LogLayer::new(log.clone()).with_filter(most_logged());
        let subscriber = tracing_subscriber::registry().with(layer);
        tracing::subscriber::set_global_default(subscriber).expect("there is no other");
        let mut options = RuntimeOptions::new(Some(folders.clone()), settings.clone());
        options.bind = Some(IpAddr::V4(Ipv4Addr::LOCALHOST));
        let small = "320x180".parse().expect("a size");
        options.source_settings = SourceSettings::default().of_size(small);
        let (ring, bell) = sync_channel(1);
        let wake = move || {
            // One that was not heard yet says it already.
            let _ = ring.try_send(());
        };
        let runtime = Runtime::start(options, wake).expect("it starts");
        let (clock, now) = (runtime.clock(), runtime.now());
        Reporter {
            desktop: Desktop::new(now, DesktopStart { settings, ..DesktopStart::default() }),
            secrets: Vec::new(),
            is_closed: false,
            outside: Backstage::new(runtime, Some(folders), log, Withheld::default()),
            history: StatisticsHistory::default(),
            clock,
            bell,
            _files: files,
        }
    }

    pub(crate) fn act(&mut self, action: Action) {
        self.desktop.act(self.clock.now(), action);
    }

    /// Goes on until it has come to this.
    pub(crate) fn until(&mut self, is_there: impl Fn(&Reporter) -> bool) {
        let due = Instant::now() + PATIENCE;
        self.carry_out();
        while !is_there(self) {
            assert!(Instant::now() < due, "it never came to that: {:?}", self.desktop);
            self.wait_and_hear();
            self.carry_out();
        }
    }

    /// Saves a report there, and waits until it is written.
    pub(crate) fn report(&mut self, path: &Path) {
        self.act(Action::SaveReport(Some(path.to_owned())));
        let saved = Notice::ReportSaved { path: path.to_owned() };
        self.until(|me| me.desktop.notices.iter().any(|posted| posted.notice == saved));
    }

    /// The keys that were written to files: that of the certificate, and that of the local server.
    pub(crate) fn remember_keys(&mut self, folder: &Path) {
        let folders = Folders::under(folder);
        let identity = fs::read_to_string(folders.settings.join("identity.toml"));
        let identity = identity.expect("a file");
        let (_, secret) = identity.split_once("secret = \"").expect("a secret");
        self.secrets.push(secret.chars().take(32).collect());
        let key = folders.server.join("accounts/tls/key.pem");
        let key = fs::read_to_string(key).expect("a key");
        let line = key.lines().find(|line| !line.starts_with('-')).expect("a line");
        self.secrets.push(line.to_owned());
    }

    fn wait_and_hear(&mut self) {
        if let Some(news) = self.outside.poll_news() {
            self.secrets.extend(secret_of(&news));
            if let News::Client(ClientEvent::Statistics(statistics)) = &news {
                self.history.note((**statistics).clone());
            }
            self.desktop.hear(self.clock.now(), news);
        } else {
            let now = self.clock.now();
            let most = self.desktop.deadline().map_or(PATIENCE, |at| at.since(now)).min(PATIENCE);
            // Nothing has come until then, or something has.
            let _ = self.bell.recv_timeout(most);
        }
        self.desktop.handle_timeout(self.clock.now());
    }

    fn carry_out(&mut self) {
        while let Some(effect) = self.desktop.poll_effect() {
            match effect {
                DesktopEffect::CopyText(_) => {}
                DesktopEffect::CloseWindow => self.is_closed = true,
                DesktopEffect::SaveReport(path) => {
                    self.outside.save_report(path, self.history.to_json());
                }
                effect => self.outside.carry_out(effect),
            }
        }
    }
}

fn secret_of(news: &News) -> Option<String> {
    match news {
        News::LocalServer(Ok(here)) => Some(here.credentials.password.reveal().to_owned()),
        News::Client(ClientEvent::Session(Some(token))) => Some(token.reveal().to_owned()),
        News::Client(ClientEvent::Invitation { code, .. }) => Some(code.reveal().to_owned()),
        _ => None,
    }
}
