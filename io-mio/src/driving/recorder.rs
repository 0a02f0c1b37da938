//! A driven that only notes its addresses, for tests of the loop's parts.

use roomrtc_core::base::{Deadline, Time};
use roomrtc_core::session::{Datagram, Transmit};

use super::{Driven, LocalAddress};

/// Notes what it is told of local addresses and does nothing else.
#[derive(Debug, Default)]
pub(super) struct Recorder {
    pub(super) changes: Vec<LocalAddress>,
}

impl Driven for Recorder {
    type Command = ();

    fn handle_command(&mut self, _now: Time, (): ()) {}

    fn handle_datagram(&mut self, _now: Time, _datagram: Datagram<'_>) {}

    fn handle_timeout(&mut self, _now: Time) {}

    fn handle_local_address(&mut self, _now: Time, change: LocalAddress) {
        self.changes.push(change);
    }

    fn poll_transmit(&mut self, _output: &mut Vec<u8>) -> Option<Transmit> {
        None
    }

    fn deadline(&self) -> Option<Deadline> {
        None
    }

    fn is_finished(&self) -> bool {
        false
    }
}
