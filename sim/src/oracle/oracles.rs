//! All oracles together.

use roomrtc_core::base::{Deadline, Time};
use roomrtc_core::session::{Event, Statistics};

use super::{Rule, Violation};
use crate::network::Packet;
use crate::trace::PacketClass;

/// Everything that watches a run. Each oracle is a file of its own; here they are asked in turn.
#[derive(Clone, Debug, Default)]
pub struct Oracles {
    /// By host, whether its handshake is complete.
    is_connected: [bool; 2],
}

impl Oracles {
    /// A host sends a packet.
    ///
    /// # Errors
    /// The rule that is broken by it.
    pub fn sent(&mut self, now: Time, host: usize, packet: &Packet) -> Result<(), Violation> {
        let class = PacketClass::of(&packet.payload);
        let is_media = matches!(class, PacketClass::Rtp | PacketClass::Rtcp);
        if is_media && !self.is_connected[host] {
            let text = "media is sent before the fingerprint was verified";
            return Err(Violation::new(Rule::Safety, "early media", now, text).at_host(host));
        }
        Ok(())
    }

    /// A packet is delivered to a host.
    ///
    /// # Errors
    /// The rule that is broken by it.
    pub fn delivered(&mut self, _: Time, _: usize, _: &Packet) -> Result<(), Violation> {
        Ok(())
    }

    /// A host's engine tells something.
    ///
    /// # Errors
    /// The rule that is broken by it.
    pub fn event(&mut self, _: Time, host: usize, event: &Event) -> Result<(), Violation> {
        self.is_connected[host] |= *event == Event::Connected;
        Ok(())
    }

    /// A deadline of a host's engine was due.
    ///
    /// # Errors
    /// The rule that is broken by it.
    pub fn wake(&mut self, _: Time, _: usize, _: Time, _: Deadline) -> Result<(), Violation> {
        Ok(())
    }

    /// What a host's engine says of itself, now and then.
    ///
    /// # Errors
    /// The rule that is broken by it.
    pub fn statistics(&mut self, _: Time, _: usize, _: &Statistics) -> Result<(), Violation> {
        Ok(())
    }
}
