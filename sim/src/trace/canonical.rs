//! The canonical form of an event, of which the hash is made.

use std::net::{IpAddr, SocketAddr};

use roomrtc_core::base::Time;

/// The canonical form of one event under construction: little-endian, without padding.
#[derive(Clone, Debug, Default)]
pub(super) struct Canonical(Vec<u8>);

impl Canonical {
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    pub(super) fn byte(&mut self, value: u8) {
        self.0.push(value);
    }

    pub(super) fn number(&mut self, value: u64) {
        self.0.extend_from_slice(&value.to_le_bytes());
    }

    pub(super) fn short(&mut self, value: usize) {
        self.0.extend_from_slice(&(value as u32).to_le_bytes());
    }

    pub(super) fn time(&mut self, value: Time) {
        self.number(value.as_nanos());
    }

    pub(super) fn text(&mut self, value: &str) {
        self.short(value.len());
        self.0.extend_from_slice(value.as_bytes());
    }

    pub(super) fn address(&mut self, value: SocketAddr) {
        match value.ip() {
            IpAddr::V4(ip) => {
                self.byte(4);
                self.0.extend_from_slice(&ip.octets());
            }
            IpAddr::V6(ip) => {
                self.byte(6);
                self.0.extend_from_slice(&ip.octets());
            }
        }
        self.0.extend_from_slice(&value.port().to_le_bytes());
    }
}
