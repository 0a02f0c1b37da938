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

    /// Several fields at once: each call costs a check of the room there is.
    pub(super) fn fields(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
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
        let port = value.port().to_le_bytes();
        match value.ip() {
            IpAddr::V4(ip) => {
                let [a, b, c, d] = ip.octets();
                self.fields(&[4, a, b, c, d, port[0], port[1]]);
            }
            IpAddr::V6(ip) => {
                let mut bytes = [6; 19];
                bytes[1..17].copy_from_slice(&ip.octets());
                bytes[17..].copy_from_slice(&port);
                self.fields(&bytes);
            }
        }
    }
}
