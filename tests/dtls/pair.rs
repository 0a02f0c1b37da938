//! A client and a server, a wire between them, and time.

use std::time::Duration;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::crypto::HashAlgorithm;
use roomrtc_core::dtls::{Config, Endpoint, Event, Role, StateName};

use super::fixtures::{config, fingerprint, other};
use super::in_flight::InFlight;

/// Two endpoints that have each other's fingerprints. A datagram takes [`Pair::DELAY`].
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) client: Endpoint,
    pub(super) server: Endpoint,
    pub(super) now: Time,
    /// Datagrams sent so far.
    pub(super) sent: usize,
    pub(super) client_events: Vec<Event>,
    pub(super) server_events: Vec<Event>,
    wire: Vec<InFlight>,
}

/// What becomes of a datagram: how many milliseconds late each copy arrives. None: it is lost.
pub(super) type Fate = Vec<u64>;

impl Pair {
    pub(super) const DELAY: Duration = Duration::from_millis(20);

    pub(super) const RTT: Duration = Duration::from_millis(40);

    pub(super) fn new(seed: u64, change: impl Fn(&mut Config)) -> Pair {
        let endpoint = |role: Role| {
            let mut config = config(role);
            change(&mut config);
            let mut endpoint = Endpoint::new(config, Seed::from_u64(seed).derive(role_name(role)));
            let expected = fingerprint(other(role), HashAlgorithm::Sha256);
            endpoint.set_remote_fingerprints(Time::ZERO, &[expected]);
            endpoint
        };
        Pair {
            client: endpoint(Role::Client),
            server: endpoint(Role::Server),
            now: Time::ZERO,
            sent: 0,
            client_events: Vec::new(),
            server_events: Vec::new(),
            wire: Vec::new(),
        }
    }

    /// A pair whose handshake went through without a loss.
    pub(super) fn connected(change: impl Fn(&mut Config)) -> Pair {
        let mut pair = Pair::new(1, change);
        pair.run_without_loss();
        pair.assert_connected();
        pair
    }

    pub(super) fn endpoint(&mut self, role: Role) -> &mut Endpoint {
        match role {
            Role::Client => &mut self.client,
            Role::Server => &mut self.server,
        }
    }

    pub(super) fn start(&mut self) {
        self.client.start(self.now, Some(Pair::RTT));
        self.server.start(self.now, Some(Pair::RTT));
    }

    pub(super) fn run_without_loss(&mut self) {
        self.run(|_, _, _| vec![0]);
    }

    /// Starts both and lets time pass until nothing is on its way or due any more. `fate` is asked
    /// for each datagram: its number, who sends it, its bytes (which it may change).
    pub(super) fn run(&mut self, mut fate: impl FnMut(usize, Role, &mut Vec<u8>) -> Fate) {
        self.start();
        loop {
            self.collect(&mut fate);
            let arrival = self.wire.iter().map(|datagram| datagram.at).min();
            let dues = [self.client.deadline(), self.server.deadline()];
            let due = dues.into_iter().flatten().map(|deadline| deadline.at).min();
            let Some(next) = arrival.into_iter().chain(due).min() else { return };
            self.now = self.now.max(next);
            self.deliver();
            self.client.handle_timeout(self.now);
            self.server.handle_timeout(self.now);
        }
    }

    fn collect(&mut self, fate: &mut impl FnMut(usize, Role, &mut Vec<u8>) -> Fate) {
        for role in [Role::Client, Role::Server] {
            let mut bytes = Vec::new();
            while self.endpoint(role).poll_transmit(&mut bytes) {
                let copies = fate(self.sent, role, &mut bytes);
                self.sent += 1;
                let now = self.now + Pair::DELAY;
                self.wire.extend(copies.into_iter().map(|late| InFlight {
                    at: now + Duration::from_millis(late),
                    to: other(role),
                    bytes: bytes.clone(),
                }));
                bytes.clear();
            }
            let events: Vec<Event> =
                std::iter::from_fn(|| self.endpoint(role).poll_event()).collect();
            self.events(role).extend(events);
        }
    }

    fn events(&mut self, role: Role) -> &mut Vec<Event> {
        match role {
            Role::Client => &mut self.client_events,
            Role::Server => &mut self.server_events,
        }
    }

    fn deliver(&mut self) {
        let now = self.now;
        let (mut due, later): (Vec<_>, Vec<_>) =
            self.wire.drain(..).partition(|datagram| datagram.at <= now);
        self.wire = later;
        due.sort_by_key(|datagram| datagram.at);
        for datagram in due {
            self.endpoint(datagram.to).handle_datagram(now, &datagram.bytes);
        }
    }

    /// Both are connected, agree, and have the same keys.
    #[track_caller]
    pub(super) fn assert_connected(&self) {
        let drops = || {
            let of = |endpoint: &Endpoint| endpoint.drops().iter().collect::<Vec<_>>();
            format!("client {:?}, server {:?}", of(&self.client), of(&self.server))
        };
        assert_eq!(self.client.state(), StateName::Connected, "{}", drops());
        assert_eq!(self.server.state(), StateName::Connected, "{}", drops());
        let keys = |endpoint: &Endpoint| endpoint.export("EXTRACTOR-dtls_srtp", None, 60);
        assert!(keys(&self.client).is_ok());
        assert_eq!(keys(&self.client), keys(&self.server));
        let (ours, theirs) = (self.client.connected(), self.server.connected());
        assert_eq!(ours.map(|it| it.srtp_profile), theirs.map(|it| it.srtp_profile));
        let is_connected = |event: &Event| matches!(event, Event::Connected(_));
        assert_eq!(self.client_events.iter().filter(|event| is_connected(event)).count(), 1);
        assert_eq!(self.server_events.iter().filter(|event| is_connected(event)).count(), 1);
    }
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Client => "client",
        Role::Server => "server",
    }
}
