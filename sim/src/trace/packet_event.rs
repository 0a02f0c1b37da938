//! A packet, and what became of it at a place.

use std::net::SocketAddr;

use roomrtc_core::base::Time;
use xxhash_rust::xxh3::xxh3_64;

use super::{Canonical, PacketClass, PacketFate};
use crate::network::Packet;

/// A packet, and what became of it at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PacketEvent {
    /// What became of it.
    pub fate: PacketFate,
    /// Its ordinal among all packets of the world. A duplicate has its original's.
    pub number: u64,
    /// What it carries.
    pub class: PacketClass,
    /// Bytes of its UDP payload.
    pub length: usize,
    /// Where it says that it comes from, here.
    pub source: SocketAddr,
    /// Where it goes, here.
    pub destination: SocketAddr,
    /// The two ECN bits of the IP header.
    pub ecn: u8,
    /// When it was sent.
    pub sent: Time,
    /// The xxh3-64 of its payload, where the bytes are new.
    pub hash: Option<u64>,
    /// Its payload, where the bytes are new and the trace keeps them.
    pub payload: Option<Box<[u8]>>,
}

impl PacketEvent {
    /// What became of `packet`, without its bytes.
    pub(super) fn of(packet: &Packet, fate: PacketFate) -> PacketEvent {
        PacketEvent {
            fate,
            number: packet.number,
            class: PacketClass::of(&packet.payload),
            length: packet.payload.len(),
            source: packet.source,
            destination: packet.destination,
            ecn: packet.ecn,
            sent: packet.sent,
            hash: fate.has_new_bytes().then(|| xxh3_64(&packet.payload)),
            payload: None,
        }
    }

    pub(super) fn encode(&self, canonical: &mut Canonical) {
        let mut head = [0; 18];
        head[0] = self.fate.number();
        head[1..9].copy_from_slice(&self.number.to_le_bytes());
        head[9] = self.class.number();
        head[10..].copy_from_slice(&(self.length as u64).to_le_bytes());
        canonical.fields(&head);
        canonical.address(self.source);
        canonical.address(self.destination);
        let mut tail = [self.ecn; 9];
        tail[1..].copy_from_slice(&self.sent.as_nanos().to_le_bytes());
        canonical.fields(&tail);
        if let Some(hash) = self.hash {
            canonical.number(hash);
        }
        if let Some(cause) = self.fate.cause() {
            canonical.text(cause.name);
            canonical.number(cause.ordinal.unwrap_or(u64::MAX));
        }
        if let Some(until) = self.fate.until() {
            canonical.time(until);
        }
    }
}
