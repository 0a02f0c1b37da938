//! A driven that sends back what it receives.

use std::collections::VecDeque;
use std::net::SocketAddr;

use roomrtc_core::base::{Deadline, Time};
use roomrtc_core::session::{Datagram, Transmit};
use roomrtc_io_mio::{Driven, LocalAddress};

/// Sends back each datagram twice, in one batch; any command ends it.
#[derive(Debug, Default)]
pub(super) struct Echo {
    received: VecDeque<(SocketAddr, SocketAddr, Vec<u8>)>,
    is_finished: bool,
}

impl Driven for Echo {
    type Command = ();

    fn handle_command(&mut self, _now: Time, _command: ()) {
        self.is_finished = true;
    }

    fn handle_datagram(&mut self, _now: Time, datagram: Datagram<'_>) {
        let Datagram { local, remote, payload, .. } = datagram;
        self.received.push_back((local, remote, payload.to_vec()));
    }

    fn handle_timeout(&mut self, _now: Time) {}

    fn handle_local_address(&mut self, _now: Time, _change: LocalAddress) {}

    fn poll_transmit(&mut self, output: &mut Vec<u8>) -> Option<Transmit> {
        let (local, destination, payload) = self.received.pop_front()?;
        output.extend_from_slice(&payload);
        output.extend_from_slice(&payload);
        let (length, segment_size) = (payload.len() * 2, Some(payload.len()));
        Some(Transmit { local, destination, ecn: 0, length, segment_size })
    }

    fn deadline(&self) -> Option<Deadline> {
        None
    }

    fn is_finished(&self) -> bool {
        self.is_finished
    }
}
