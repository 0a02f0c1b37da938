//! An endpoint on a real socket.

use std::net::{SocketAddr, UdpSocket};
use std::time::{Duration, Instant};

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::dtls::{Config, Connected, Endpoint, Event, Fingerprint};

/// An endpoint on a loopback socket, with the clock it lives by.
#[derive(Debug)]
pub(super) struct UdpPeer {
    pub(super) endpoint: Endpoint,
    socket: UdpSocket,
    peer: Option<SocketAddr>,
    began: Instant,
    /// The first datagram that came.
    pub(super) first_received: Option<Vec<u8>>,
}

/// How long the peer may take: only a broken one takes that long.
const PATIENCE: Duration = Duration::from_secs(60);

impl UdpPeer {
    pub(super) fn new(config: Config, expected: Fingerprint, peer: Option<SocketAddr>) -> UdpPeer {
        let mut endpoint = Endpoint::new(config, Seed::from_u64(9));
        endpoint.set_remote_fingerprints(Time::ZERO, &[expected]);
        endpoint.start(Time::ZERO, Some(Duration::from_millis(50)));
        let socket = UdpSocket::bind("127.0.0.1:0").expect("a socket");
        UdpPeer { endpoint, socket, peer, began: Instant::now(), first_received: None }
    }

    pub(super) fn port(&self) -> u16 {
        self.socket.local_addr().expect("bound").port()
    }

    fn now(&self) -> Time {
        Time::ZERO + self.began.elapsed()
    }

    /// Sends what there is to send.
    pub(super) fn flush(&mut self) {
        let mut datagram = Vec::new();
        while self.endpoint.poll_transmit(&mut datagram) {
            let peer = self.peer.expect("somebody to send to");
            // A peer that has gone away is not this test's concern.
            let _ = self.socket.send_to(&datagram, peer);
            datagram.clear();
        }
    }

    /// Lives until the next event.
    pub(super) fn next_event(&mut self) -> Event {
        loop {
            assert!(self.began.elapsed() < PATIENCE, "nothing happens: {:?}", self.endpoint);
            self.flush();
            if let Some(event) = self.endpoint.poll_event() {
                return event;
            }
            self.receive();
            self.endpoint.handle_timeout(self.now());
        }
    }

    fn receive(&mut self) {
        let due = self.endpoint.deadline().map(|deadline| deadline.at.since(self.now()));
        let wait = due.unwrap_or(PATIENCE).clamp(Duration::from_millis(1), PATIENCE);
        self.socket.set_read_timeout(Some(wait)).expect("a timeout");
        let mut buffer = [0; 2_048];
        if let Ok((length, from)) = self.socket.recv_from(&mut buffer) {
            self.peer = Some(from);
            self.first_received.get_or_insert_with(|| buffer[..length].to_vec());
            self.endpoint.handle_datagram(self.now(), &buffer[..length]);
        }
    }

    /// Lives until the handshake is complete.
    pub(super) fn connect(&mut self) -> Connected {
        match self.next_event() {
            Event::Connected(connected) => {
                self.flush();
                connected
            }
            other => panic!("{other:?}, dropped {:?}", self.endpoint.drops()),
        }
    }

    /// Lives until application data comes.
    pub(super) fn data(&mut self) -> Vec<u8> {
        match self.next_event() {
            Event::ApplicationData(data) => data,
            other => panic!("{other:?}"),
        }
    }

    /// Ends the association.
    pub(super) fn close(&mut self) {
        self.endpoint.close(self.now());
        self.flush();
    }

    /// SRTP's keys, as OpenSSL prints them.
    pub(super) fn exported(&self) -> String {
        let keys = self.endpoint.export("EXTRACTOR-dtls_srtp", None, 60).expect("connected");
        keys.iter().map(|byte| format!("{byte:02X}")).collect()
    }
}
