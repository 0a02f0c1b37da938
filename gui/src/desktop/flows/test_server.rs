//! The real hub.

use roomrtc_core::base::Time;
use roomrtc_io_mio::CertificateFingerprint;
use roomrtc_server::hub::ConnectionId;
use roomrtc_sim::signaling::{MemoryAccounts, SignalingServer};

/// The simulator's server, with a certificate to show and accounts whose passwords count.
#[derive(Debug)]
pub struct TestServer {
    /// What it shows of itself.
    pub certificate: CertificateFingerprint,
    server: SignalingServer<MemoryAccounts>,
    opened: u64,
    /// Connections that broke when it was killed.
    broken: Vec<ConnectionId>,
}

impl Default for TestServer {
    fn default() -> TestServer {
        TestServer::new()
    }
}

impl TestServer {
    /// One that runs, without any account.
    pub fn new() -> TestServer {
        TestServer {
            certificate: CertificateFingerprint::of(b"the server"),
            server: SignalingServer::new(MemoryAccounts::default()),
            opened: 0,
            broken: Vec::new(),
        }
    }

    /// An account is there from the beginning.
    pub fn add_account(&mut self, user: &str, password: &str) {
        self.server.accounts_mut().add(user, password);
        self.server.start();
    }

    /// Every login is over.
    pub fn end_sessions(&mut self) {
        self.server.accounts_mut().end_sessions();
    }

    /// The server is killed, and every connection breaks.
    pub fn stop(&mut self) {
        self.broken.extend(self.server.stop());
    }

    /// Another takes its place, with the same accounts.
    pub fn start(&mut self) {
        self.server.start();
    }

    pub(super) fn open(&mut self, now: Time) -> Option<ConnectionId> {
        self.opened += 1;
        let connection = ConnectionId(self.opened);
        self.server.open(now, connection).then_some(connection)
    }

    pub(super) fn close(&mut self, now: Time, connection: ConnectionId) {
        self.server.close(now, connection);
    }

    pub(super) fn receive(&mut self, now: Time, connection: ConnectionId, bytes: &[u8]) {
        self.server.receive(now, connection, bytes);
    }

    pub(super) fn tick(&mut self, now: Time) {
        self.server.tick(now);
    }

    pub(super) fn deadline(&self) -> Option<Time> {
        self.server.deadline()
    }

    /// The connections that were closed since this was asked last.
    pub(super) fn take_closed(&mut self) -> Vec<ConnectionId> {
        let mut closed = std::mem::take(&mut self.broken);
        closed.extend(self.server.take_closed());
        closed
    }

    /// The bytes that wait for some connection.
    pub(super) fn poll_transmit(&mut self, now: Time) -> Option<(ConnectionId, Vec<u8>)> {
        self.server.poll_transmit(now)
    }
}
