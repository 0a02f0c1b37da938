//! A client's state.

use std::collections::VecDeque;
use std::net::SocketAddr;

use roomrtc_core::base::{Deadline, DeadlineReason, Time};
use roomrtc_core::session::{CandidateInit, Datagram, Transmit};
use roomrtc_core::signaling::client::Client as SignalingClient;
use roomrtc_io_mio::{LocalAddress, StreamAction};

use super::call_session::CallSession;
use super::candidate_names::CandidateNames;
use super::server_connection::ServerConnection;
use super::{CallEnd, ClientCommand, ClientEvent, ClientSettings, Effect};

/// A client: its connection to the signalling server, if it has one, and its call.
#[derive(Debug)]
pub struct Client {
    pub(super) settings: ClientSettings,
    pub(super) signaling: SignalingClient,
    /// The server that the application has asked for: then signalling goes through it.
    pub(super) server: Option<ServerConnection>,
    pub(super) session: Option<CallSession>,
    pub(super) calls_begun: u64,
    /// What waits until all local candidates are known, where they go into the description.
    pub(super) deferred: Option<ClientCommand>,
    /// Whether an offer is to be made once the present exchange of descriptions is over.
    pub(super) owes_offer: bool,
    pub(super) names: CandidateNames,
    /// Candidates for the other party that wait for the server.
    pub(super) unsent: Vec<CandidateInit>,
    pub(super) stream_actions: VecDeque<StreamAction>,
    pub(super) is_stopping: bool,
    /// Whether the connection to the server is to be closed once everything is sent.
    pub(super) is_letting_go: bool,
    addresses: Vec<SocketAddr>,
    addresses_complete: bool,
    effects: VecDeque<Effect>,
}

impl Client {
    /// A client that has neither a server nor a call.
    pub fn new(settings: ClientSettings) -> Client {
        Client {
            settings,
            signaling: SignalingClient::new(),
            server: None,
            session: None,
            calls_begun: 0,
            deferred: None,
            owes_offer: false,
            names: CandidateNames::new(None),
            unsent: Vec::new(),
            stream_actions: VecDeque::new(),
            is_stopping: false,
            is_letting_go: false,
            addresses: Vec::new(),
            addresses_complete: false,
            effects: VecDeque::new(),
        }
    }

    /// A datagram came. Without a call nobody wants it.
    pub fn handle_datagram(&mut self, now: Time, datagram: Datagram<'_>) {
        if let Some(session) = &mut self.session {
            session.handle_datagram(now, datagram);
            self.follow_session(now);
        }
    }

    /// A deadline may have passed.
    pub fn handle_timeout(&mut self, now: Time) {
        self.serve_connection(now);
        if let Some(session) = &mut self.session {
            session.handle_timeout(now);
            self.follow_session(now);
        }
    }

    /// A local address came or went.
    pub fn handle_local_address(&mut self, now: Time, change: LocalAddress) {
        match change {
            LocalAddress::Added(address) => self.addresses.push(address),
            LocalAddress::Removed(address) => self.addresses.retain(|other| *other != address),
            LocalAddress::Complete => self.addresses_complete = true,
        }
        self.follow_address(now, change);
        if let Some(session) = &mut self.session {
            session.change_address(now, change);
            self.follow_session(now);
        }
    }

    /// The next datagrams to send. A session that has said goodbye is dropped with its last one.
    pub fn poll_transmit(&mut self, now: Time, output: &mut Vec<u8>) -> Option<Transmit> {
        let session = self.session.as_mut()?;
        if let Some(transmit) = session.poll_transmit(output) {
            return Some(transmit);
        }
        let end = session.end()?.clone();
        self.drop_session(now, end);
        None
    }

    /// The next thing to do outside.
    pub fn poll_effect(&mut self) -> Option<Effect> {
        self.effects.pop_front()
    }

    /// When the client wants to be called next.
    pub fn deadline(&self) -> Option<Deadline> {
        let server = self.server.as_ref().and_then(ServerConnection::deadline);
        let signaling = self.signaling.deadline();
        let signaling = signaling.map(|at| Deadline::new(at, DeadlineReason::SignalingHeartbeat));
        let session = self.session.as_ref().and_then(CallSession::deadline);
        Deadline::earlier(server, Deadline::earlier(signaling, session))
    }

    /// Whether it was stopped and has nothing left to do.
    pub fn is_finished(&self) -> bool {
        self.is_stopping
            && self.session.is_none()
            && self.effects.is_empty()
            && !self.names.has_actions()
    }

    /// Whether signalling goes through a server.
    pub(super) fn has_server(&self) -> bool {
        self.server.is_some()
    }

    pub(super) fn tell(&mut self, event: ClientEvent) {
        self.effects.push_back(Effect::Tell(event));
    }

    pub(super) fn want(&mut self, effect: Effect) {
        self.effects.push_back(effect);
    }

    /// Begins a session. It gathers candidates before it makes a description where that has to
    /// hold them: without trickle, and as a lite agent, which has nothing to wait for.
    pub(super) fn begin_session(&mut self, now: Time) {
        let seed = self.settings.seed.derive(&format!("call {}", self.calls_begun));
        self.calls_begun += 1;
        self.begin_names(&seed);
        let (config, recording) = (self.settings.peer.clone(), self.settings.recording.clone());
        let session = CallSession::begin(now, config, seed, recording);
        self.session = Some(session);
        if self.settings.no_trickle || self.settings.peer.ice_lite {
            self.gather(now);
        }
    }

    pub(super) fn gather(&mut self, now: Time) {
        for address in self.addresses.clone() {
            self.hide(now, address);
        }
        if let Some(session) = &mut self.session {
            session.gather(now, &self.addresses, self.addresses_complete);
        }
    }

    fn drop_session(&mut self, now: Time, end: CallEnd) {
        if let Some(session) = self.session.take() {
            self.deferred = None;
            self.owes_offer = false;
            self.names.clear();
            let summary = Box::new(session.summary(now));
            self.want(Effect::StopMedia { end, summary });
        }
    }
}
