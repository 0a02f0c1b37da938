//! Those who are neither of the two: STUN servers and attackers.

use roomrtc_core::base::Time;
use roomrtc_core::session::Command;

use super::Simulation;
use crate::attacker::Fact;
use crate::network::{Origin, Packet};
use crate::scenario::Side;
use crate::trace::{PacketClass, PacketFate, Place};

impl Simulation {
    /// When somebody outside has something to send.
    pub(super) fn next_outside(&self) -> Option<Time> {
        let servers = self.stun_servers.iter().filter_map(|server| server.deadline());
        let attackers = self.attackers.iter().filter_map(|attacker| attacker.deadline());
        servers.chain(attackers).min()
    }

    /// Sends what those outside have to send now.
    pub(super) fn hear_outside(&mut self) {
        for index in 0..self.stun_servers.len() {
            while let Some(packet) = self.stun_servers[index].poll(self.now) {
                self.send_into_internet(packet);
            }
        }
        for index in 0..self.attackers.len() {
            while let Some(packet) = self.attackers[index].poll(self.now) {
                self.send_into_internet(packet);
            }
            self.forge_candidates(index);
        }
    }

    /// Forged candidates come to their target as if the other side had signalled them.
    fn forge_candidates(&mut self, index: usize) {
        let target = self.attackers[index].parameters().target.index();
        let now = self.clients[target].clock.local(self.now);
        while let Some(candidate) = self.attackers[index].poll_candidate(self.now) {
            self.clients[target].command(now, Command::AddRemoteCandidate(candidate));
            self.settle(target);
        }
    }

    pub(super) fn record_arrival(&mut self, place: Place, packet: &Packet) {
        self.trace.record_packet(self.now, place, packet, PacketFate::Delivered);
    }

    /// Attackers see what passes through the internet, and learn from it who is where.
    pub(super) fn show_attackers(&mut self, packet: &Packet) {
        let Origin::Host(host) = packet.origin else {
            return;
        };
        let side = Side::ALL[host];
        let ssrc = match (PacketClass::of(&packet.payload), packet.payload.get(8..12)) {
            (PacketClass::Rtp, Some(bytes)) => bytes.try_into().ok().map(u32::from_be_bytes),
            _ => None,
        };
        for attacker in &mut self.attackers {
            attacker.learn(self.now, Fact::Address(side, packet.source));
            if let Some(ssrc) = ssrc {
                attacker.learn(self.now, Fact::Source(side, ssrc));
            }
            attacker.handle(self.now, packet);
        }
    }

    /// Attackers read a description that is signalled.
    pub(super) fn show_description(&mut self, host: usize, sdp: &str) {
        let fragment = sdp.lines().find_map(|line| line.strip_prefix("a=ice-ufrag:"));
        for attacker in &mut self.attackers {
            if let Some(fragment) = fragment {
                attacker.learn(self.now, Fact::Fragment(Side::ALL[host], fragment.to_owned()));
            }
        }
    }
}
