//! The state.

use std::collections::VecDeque;

use roomrtc_core::base::Time;
use roomrtc_io_mio::CertificateFingerprint;

use super::entry::Entry;
use super::{
    Account, Action, CurrentCall, DesktopEffect, DesktopStart, Devices, DoctorReport, KnownPeer,
    Lobby, LogView, News, Notices, Panel, Ringing, Screen, Server, Settings, Welcome,
};

/// What the window shows, and what it does next.
///
/// Any call at any time, any number of times. Effects are to be carried out in their order.
#[derive(Clone, Debug)]
pub struct Desktop {
    /// What the user has set.
    pub settings: Settings,
    /// The server that is used, and the connection to it.
    pub server: Server,
    /// The first screen.
    pub welcome: Welcome,
    /// Who is logged in; it stays while a lost connection is made again.
    pub account: Option<Account>,
    /// The people, and what was missed.
    pub lobby: Lobby,
    /// A call that was not accepted yet.
    pub ringing: Option<Ringing>,
    /// The call.
    pub call: Option<CurrentCall>,
    /// Cameras, and what is chosen of them.
    pub devices: Devices,
    /// What was tried for the call, or for the last one.
    pub doctor: Option<DoctorReport>,
    /// The panel that is open.
    pub panel: Option<Panel>,
    /// What is shown of the log.
    pub log: LogView,
    /// What the user is told in passing.
    pub notices: Notices,
    /// Whether the window fills the screen.
    pub is_full_screen: bool,
    /// When the window was asked to close: everything is being ended.
    pub closing_since: Option<Time>,
    pub(super) entry: Option<Entry>,
    pub(super) certificates: Vec<(String, CertificateFingerprint)>,
    pub(super) peers: Vec<KnownPeer>,
    pub(super) effects: VecDeque<DesktopEffect>,
}

impl Desktop {
    /// A desktop that begins with what was kept from earlier starts.
    pub fn new(now: Time, start: DesktopStart) -> Desktop {
        let DesktopStart { settings, session, certificates, peers, notices } = start;
        let mut desktop = Desktop {
            welcome: Welcome {
                server: settings.server.clone(),
                user: settings.user.clone(),
                ..Welcome::default()
            },
            devices: Devices { chosen: settings.source.clone(), ..Devices::default() },
            settings,
            server: Server::default(),
            account: None,
            lobby: Lobby::default(),
            ringing: None,
            call: None,
            doctor: None,
            panel: None,
            log: LogView::default(),
            notices: Notices::default(),
            is_full_screen: false,
            closing_since: None,
            entry: None,
            certificates,
            peers,
            effects: VecDeque::new(),
        };
        notices.into_iter().for_each(|notice| desktop.notices.post(now, notice));
        desktop.want(DesktopEffect::ChooseSource(desktop.devices.chosen.clone()));
        desktop.begin(now, session);
        desktop
    }

    /// Which screen is shown.
    pub fn screen(&self) -> Screen {
        match (&self.call, &self.account) {
            (Some(_), _) => Screen::Call,
            (None, Some(_)) => Screen::Lobby,
            (None, None) => Screen::Welcome,
        }
    }

    /// The user has done something.
    pub fn act(&mut self, now: Time, action: Action) {
        self.look(now, action);
    }

    /// Something has happened outside.
    pub fn hear(&mut self, _now: Time, news: News) {
        match news {
            News::Cameras(cameras) => {
                self.devices.cameras = cameras;
                self.devices.is_known = true;
            }
            News::Windows(windows) => self.devices.windows = windows,
            _ => {}
        }
    }

    /// A deadline may have passed.
    pub fn handle_timeout(&mut self, now: Time) {
        self.notices.handle_timeout(now);
    }

    /// When [`Desktop::handle_timeout`] is to be called.
    pub fn deadline(&self) -> Option<Time> {
        self.notices.deadline()
    }

    /// The next thing to be done outside.
    pub fn poll_effect(&mut self) -> Option<DesktopEffect> {
        self.effects.pop_front()
    }

    pub(super) fn want(&mut self, effect: DesktopEffect) {
        self.effects.push_back(effect);
    }

    fn begin(&mut self, _now: Time, session: Option<super::StoredSession>) {
        self.entry = session.map(|kept| Entry::Resume { user: kept.user, token: kept.token });
    }
}
