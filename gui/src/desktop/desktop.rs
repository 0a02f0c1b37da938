//! The state.

use std::collections::VecDeque;
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::Token;
use roomrtc_core::signaling::client::Command;
use roomrtc_io_mio::CertificateFingerprint;

use super::entry::Entry;
use super::{
    Account, CurrentCall, DesktopEffect, DesktopStart, Devices, DoctorReport, KnownPeer, Lobby,
    LogView, Notice, Notices, Panel, Ringing, Screen, Server, Settings, Welcome,
};
use crate::client::ClientCommand;
use crate::statistics::CallStatistics;

/// What the window shows, and what it does next.
///
/// Any call at any time, any number of times. Effects are to be carried out in their order.
#[derive(Clone, Debug, Default)]
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
    /// The wall clock at the beginning, since the Unix epoch.
    pub(super) epoch: Duration,
    /// What one enters with, until one is in.
    pub(super) entry: Option<Entry>,
    /// How often a login that was kept was tried in vain.
    pub(super) attempts: u32,
    /// When it is tried again.
    pub(super) retry_at: Option<Time>,
    /// What resumes the login.
    pub(super) token: Option<Token>,
    /// Whether a login is kept for the next start.
    pub(super) is_login_kept: bool,
    /// The code of the invitation whose link is shown.
    pub(super) invitation: Option<Token>,
    /// The name of the contact of "try it here".
    pub(super) echo: Option<String>,
    /// The certificates that servers have shown.
    pub(super) certificates: Vec<(String, CertificateFingerprint)>,
    /// The certificates that people have shown, the one of the last call last.
    pub(super) peers: Vec<KnownPeer>,
    /// That of the other side in this call.
    pub(super) peer_certificate: Option<CertificateFingerprint>,
    /// When the call is measured next.
    pub(super) measure_at: Option<Time>,
    /// The last measurements, oldest first.
    pub(super) recent: VecDeque<CallStatistics>,
    /// Whether the user was told that there are no pictures to send.
    pub(super) is_source_lost: bool,
    /// Whether the window was told to close.
    pub(super) is_closed: bool,
    effects: VecDeque<DesktopEffect>,
}

impl Desktop {
    /// A desktop that begins with what was kept from earlier starts.
    pub fn new(now: Time, start: DesktopStart) -> Desktop {
        let DesktopStart { epoch, settings, session, certificates, peers, notices } = start;
        let mut desktop = Desktop {
            welcome: Welcome::for_next_start(&settings),
            devices: Devices { chosen: settings.source.clone(), ..Devices::default() },
            is_login_kept: session.is_some(),
            epoch,
            settings,
            certificates,
            peers,
            ..Desktop::default()
        };
        notices.into_iter().for_each(|notice| desktop.notices.post(now, notice));
        desktop.want(DesktopEffect::ChooseSource(desktop.devices.chosen.clone()));
        if let Some(session) = session {
            desktop.resume_stored(now, session);
        }
        desktop
    }

    /// Which screen is shown. A certificate that has changed is asked about on the first.
    pub fn screen(&self) -> Screen {
        match (&self.call, &self.account, &self.welcome.certificate_change) {
            (Some(_), ..) => Screen::Call,
            (None, Some(_), None) => Screen::Lobby,
            _ => Screen::Welcome,
        }
    }

    /// A deadline may have passed.
    pub fn handle_timeout(&mut self, now: Time) {
        self.notices.handle_timeout(now);
        self.retry(now);
        self.measure(now);
        if self.closes_at().is_some_and(|at| at <= now) {
            self.close_now();
        }
    }

    /// When [`Desktop::handle_timeout`] is to be called.
    pub fn deadline(&self) -> Option<Time> {
        let times = [self.notices.deadline(), self.retry_at, self.measure_at, self.closes_at()];
        times.into_iter().flatten().min()
    }

    /// The next thing to be done outside.
    pub fn poll_effect(&mut self) -> Option<DesktopEffect> {
        self.effects.pop_front()
    }

    pub(super) fn want(&mut self, effect: DesktopEffect) {
        self.effects.push_back(effect);
    }

    pub(super) fn signal(&mut self, command: Command) {
        self.want(DesktopEffect::Command(ClientCommand::Signal(command)));
    }

    pub(super) fn post(&mut self, now: Time, notice: Notice) {
        self.notices.post(now, notice);
    }
}
