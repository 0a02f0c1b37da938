//! A UDP packet.

use std::net::SocketAddr;

use roomrtc_core::base::Time;

use super::Origin;

/// A UDP packet on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packet {
    /// Its ordinal among all packets that were sent in this world.
    pub number: u64,
    /// Who made it.
    pub origin: Origin,
    /// When it was sent, in the world's time.
    pub sent: Time,
    /// Where it says that it comes from. NATs rewrite it.
    pub source: SocketAddr,
    /// Where it goes. NATs rewrite it.
    pub destination: SocketAddr,
    /// The two ECN bits of the IP header, RFC 3168.
    pub ecn: u8,
    /// The UDP payload.
    pub payload: Vec<u8>,
}

impl Packet {
    /// Bytes of an IPv4 and a UDP header.
    const IPV4_HEADERS: usize = 28;

    /// Bytes of an IPv6 and a UDP header.
    const IPV6_HEADERS: usize = 48;

    /// Bytes on the wire, with the headers of IP and UDP.
    pub fn wire_length(&self) -> usize {
        let headers =
            if self.destination.is_ipv6() { Packet::IPV6_HEADERS } else { Packet::IPV4_HEADERS };
        headers + self.payload.len()
    }
}
