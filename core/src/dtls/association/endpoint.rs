//! The endpoint and what its owner calls.

use std::time::Duration;

use super::{Inbox, Outbox, Suspicion};
use crate::base::{SessionSeed, Time};
use crate::dtls::flight::{Flight, FlightRecord, Retransmission};
use crate::dtls::record::{RecordReader, RecordWriter};
use crate::dtls::v12::{Context, State, client};
use crate::dtls::{
    Config, Connected, DropCounts, Event, ExportError, Fingerprint, KeyLogLine, Role, SendError,
    StateName,
};

/// One side of a DTLS association.
#[derive(Clone, Debug)]
pub struct Endpoint {
    pub(super) role: Role,
    pub(super) state: State,
    /// What the handshake needs; given back when it is over.
    pub(super) context: Option<Box<Context>>,
    pub(super) reader: RecordReader,
    pub(super) writer: RecordWriter,
    pub(super) flight: Flight,
    /// A HelloVerifyRequest that waits to be sent beside the flight.
    pub(super) challenge: Option<FlightRecord>,
    pub(super) retransmission: Retransmission,
    pub(super) suspicion: Option<Suspicion>,
    /// When the handshake gives up.
    pub(super) give_up: Option<Time>,
    pub(super) handshake_timeout: Duration,
    pub(super) mtu: usize,
    /// Whether a wish to renegotiate was refused: it is refused once.
    pub(super) has_refused: bool,
    pub(super) inbox: Inbox,
    pub(super) outbox: Outbox,
    pub(super) drops: DropCounts,
    pub(super) flights_repeated: u64,
}

impl Endpoint {
    /// The most fingerprints that are taken, RFC 8122 section 5; more are ignored.
    pub const MOST_FINGERPRINTS: usize = 32;

    /// An endpoint that has not sent anything. A server takes datagrams from now on; a client waits
    /// for [`Endpoint::start`].
    pub fn new(config: Config, seed: impl Into<SessionSeed>) -> Endpoint {
        let state = match config.role {
            Role::Client => State::ClientStart,
            Role::Server => State::ServerWaitClientHello,
        };
        Endpoint {
            role: config.role,
            state,
            reader: RecordReader::default(),
            writer: RecordWriter::default(),
            flight: Flight::default(),
            challenge: None,
            retransmission: Retransmission::new(None),
            suspicion: None,
            give_up: None,
            handshake_timeout: config.handshake_timeout,
            mtu: config.mtu.max(Config::SMALLEST_DATAGRAM),
            has_refused: false,
            inbox: Inbox::default(),
            outbox: Outbox::default(),
            drops: DropCounts::default(),
            flights_repeated: 0,
            context: Some(Box::new(Context::new(config, &seed.into()))),
        }
    }

    /// The path is there, and `rtt` is its round-trip time if it is known. A client sends its
    /// ClientHello; on both sides the time that the handshake may take begins. A second call only
    /// tells the round-trip time.
    pub fn start(&mut self, now: Time, rtt: Option<Duration>) {
        self.retransmission.know(rtt);
        let Some(context) = &mut self.context else { return };
        if self.give_up.is_none() {
            self.give_up = Some(now + self.handshake_timeout);
            self.retransmission.postpone(now);
        }
        if let State::ClientStart = self.state {
            let next = client::start(context);
            self.enter(now, next);
        }
    }

    /// The path is gone.
    pub fn pause(&mut self) {
        self.retransmission.pause();
    }

    /// The path is there. If it was gone, a flight that may have been lost meanwhile is sent at once,
    /// and its timer starts over: else the handshake could stand still for as long again as the path
    /// was gone.
    pub fn resume(&mut self, now: Time) {
        if self.retransmission.resume(now) {
            self.flight.rewind();
            self.flights_repeated += 1;
        }
    }

    /// The fingerprints that the peer's certificate may have: one of them is enough. Until they are
    /// known the handshake stands still at the peer's certificate; with none no certificate is
    /// accepted. Once the certificate is accepted this changes nothing: other fingerprints need a
    /// new association (RFC 8842 section 4).
    pub fn set_remote_fingerprints(&mut self, now: Time, fingerprints: &[Fingerprint]) {
        if let Some(context) = &mut self.context {
            let most = fingerprints.len().min(Self::MOST_FINGERPRINTS);
            context.fingerprints = Some(fingerprints[..most].to_vec());
            self.advance(now);
        }
    }

    /// What the peer's address is called; any bytes. Cookies are valid for one address only.
    pub fn set_peer_address(&mut self, label: &[u8]) {
        if let Some(context) = &mut self.context {
            context.peer_address = label.to_vec();
        }
    }

    /// Bytes of the largest datagram to send from now on (UDP payload). Values below
    /// [`Config::SMALLEST_DATAGRAM`] count as that.
    pub fn set_mtu(&mut self, mtu: usize) {
        self.mtu = mtu.max(Config::SMALLEST_DATAGRAM);
    }

    /// The next thing that happened.
    pub fn poll_event(&mut self) -> Option<Event> {
        self.inbox.take()
    }

    /// Sends application data, in one record and one datagram of its own.
    ///
    /// # Errors
    /// [`SendError`]; nothing is sent then.
    pub fn send_application_data(&mut self, data: &[u8]) -> Result<(), SendError> {
        let State::Connected(_) = self.state else { return Err(SendError::NotConnected) };
        let limit = (self.mtu - RecordWriter::overhead(1)).min(16_384);
        if data.len() > limit {
            return Err(SendError::TooLarge { length: data.len(), limit });
        }
        if self.outbox.push_data(data) { Ok(()) } else { Err(SendError::QueueFull) }
    }

    /// Keying material for another protocol, RFC 5705: for SRTP the label is
    /// `EXTRACTOR-dtls_srtp`, and there is no context (RFC 5764 section 4.2). `length` is in bytes.
    ///
    /// # Errors
    /// [`ExportError`] if there is no association, or the label or the context may not be used.
    pub fn export(
        &self,
        label: &str,
        context: Option<&[u8]>,
        length: usize,
    ) -> Result<Vec<u8>, ExportError> {
        match &self.state {
            State::Connected(established) => established.export(label, context, length),
            _ => Err(ExportError::NotConnected),
        }
    }

    /// The secret of the association, while connected. Whoever has it can read and forge all of it.
    pub fn key_log_line(&self) -> Option<KeyLogLine> {
        match &self.state {
            State::Connected(established) => Some(established.key_log_line()),
            _ => None,
        }
    }

    /// What was agreed on, while connected.
    pub fn connected(&self) -> Option<Connected> {
        match &self.state {
            State::Connected(established) => Some(established.connected()),
            _ => None,
        }
    }

    /// The side it takes.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The state it is in.
    pub fn state(&self) -> StateName {
        self.state.name()
    }

    /// How often a flight was sent again.
    pub fn flights_repeated(&self) -> u64 {
        self.flights_repeated
    }

    /// What was dropped, by reason.
    pub fn drops(&self) -> &DropCounts {
        &self.drops
    }
}
