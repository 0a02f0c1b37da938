//! The connection to the signalling server, and when it is made again.

use std::time::Duration;

use roomrtc_core::base::{Deadline, DeadlineReason, Seed, Time};
use roomrtc_io_mio::{CertificateFingerprint, StreamAction, StreamId, StreamSecurity};

use super::ServerAddress;
use super::back_off::BackOff;

/// The one stream of a client.
pub(super) const SERVER: StreamId = StreamId(0);

/// How long a server may take to answer the first message.
const PATIENCE: Duration = Duration::from_secs(15);

/// The connection to the signalling server as far as time goes: when an attempt is given up, and when the
/// next is made. Nothing is tried again before somebody was logged in.
#[derive(Debug)]
pub(super) struct ServerConnection {
    server: ServerAddress,
    back_off: BackOff,
    give_up_at: Option<Time>,
    is_kept: bool,
}

impl ServerConnection {
    pub(super) fn new(server: ServerAddress, seed: &Seed) -> ServerConnection {
        let back_off = BackOff::new(seed);
        ServerConnection { server, back_off, give_up_at: None, is_kept: false }
    }

    /// Begins an attempt.
    pub(super) fn connect(&mut self, now: Time) -> StreamAction {
        self.give_up_at = Some(now + PATIENCE);
        let ServerAddress { address, security } = self.server;
        StreamAction::Connect { stream: SERVER, address, security }
    }

    /// The server has shown this certificate: from here on it is the only one.
    pub(super) fn pin(&mut self, found: CertificateFingerprint) {
        self.server.security = StreamSecurity::Tls { pin: Some(found) };
    }

    /// The server has answered.
    pub(super) fn answered(&mut self) {
        self.give_up_at = None;
    }

    /// Somebody is logged in: from here on a lost connection is made again.
    pub(super) fn logged_in(&mut self) {
        self.is_kept = true;
        self.back_off.succeed();
    }

    /// Whether a lost connection is made again.
    pub(super) fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// The connection is lost, or could not be made: after how long it is tried again, if it is.
    pub(super) fn lost(&mut self, now: Time) -> Option<Duration> {
        self.give_up_at = None;
        self.is_kept.then(|| self.back_off.fail(now))
    }

    /// It is not made again.
    pub(super) fn abandon(&mut self) {
        self.is_kept = false;
        self.back_off.give_up();
    }

    /// Whether the attempt has taken too long: says so once.
    pub(super) fn is_given_up(&mut self, now: Time) -> bool {
        self.give_up_at.take_if(|at| *at <= now).is_some()
    }

    /// Whether the next attempt is due: says so once.
    pub(super) fn is_due(&mut self, now: Time) -> bool {
        self.back_off.is_due(now)
    }

    /// When the next of these is.
    pub(super) fn deadline(&self) -> Option<Deadline> {
        let at = [self.back_off.next(), self.give_up_at].into_iter().flatten().min();
        at.map(|at| Deadline::new(at, DeadlineReason::SignalingHeartbeat))
    }
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use super::*;

    fn connection() -> ServerConnection {
        let address = SocketAddr::from(([192, 0, 2, 1], 7_000));
        let server = ServerAddress { address, security: StreamSecurity::Tls { pin: None } };
        ServerConnection::new(server, &Seed::from_u64(1))
    }

    #[test]
    fn an_attempt_without_an_answer_is_given_up() {
        let mut connection = connection();
        connection.connect(Time::ZERO);
        assert_eq!(connection.deadline().map(|deadline| deadline.at), Some(Time::ZERO + PATIENCE));
        assert!(!connection.is_given_up(Time::from_secs(1)));
        assert!(connection.is_given_up(Time::ZERO + PATIENCE));
        assert!(connection.deadline().is_none());
        connection.connect(Time::ZERO);
        connection.answered();
        assert!(connection.deadline().is_none());
    }

    #[test]
    fn only_who_was_logged_in_comes_back() {
        let mut connection = connection();
        assert_eq!(connection.lost(Time::ZERO), None);
        connection.logged_in();
        let wait = connection.lost(Time::ZERO).expect("another attempt");
        assert!(!connection.is_due(Time::ZERO) && connection.is_due(Time::ZERO + wait));
        connection.lost(Time::ZERO);
        connection.abandon();
        assert!(connection.deadline().is_none() && connection.lost(Time::ZERO).is_none());
    }

    #[test]
    fn the_certificate_of_the_first_connection_is_the_only_one() {
        let mut connection = connection();
        let found = CertificateFingerprint::of(b"certificate");
        connection.pin(found);
        let pinned = StreamSecurity::Tls { pin: Some(found) };
        let action = connection.connect(Time::ZERO);
        assert!(matches!(action, StreamAction::Connect { security, .. } if security == pinned));
    }
}
