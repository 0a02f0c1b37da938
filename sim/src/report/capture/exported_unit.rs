//! Wireshark's form for a unit of a protocol without the layers below.

use std::net::IpAddr;

use crate::trace::{PacketClass, PacketEvent};

/// The tag of the dissector's name.
const DISSECTOR: u16 = 12;
/// The tags of addresses: IPv4's source and destination, IPv6's.
const IPV4: [u16; 2] = [20, 21];
const IPV6: [u16; 2] = [22, 23];

/// The plain bytes of an RTP or RTCP packet, with tags that say what they are and whose. Ports are
/// left out: with them Wireshark takes the packet for one of the conversation on the wire, and for
/// protected.
pub(super) fn bytes(packet: &PacketEvent, plain: &[u8]) -> Vec<u8> {
    let name = if packet.class == PacketClass::Rtcp { "rtcp" } else { "rtp" };
    let mut output = Vec::with_capacity(64 + plain.len());
    put(&mut output, DISSECTOR, name.as_bytes());
    for (end, address) in [packet.source, packet.destination].into_iter().enumerate() {
        match address.ip() {
            IpAddr::V4(ip) => put(&mut output, IPV4[end], &ip.octets()),
            IpAddr::V6(ip) => put(&mut output, IPV6[end], &ip.octets()),
        }
    }
    put(&mut output, 0, &[]);
    output.extend_from_slice(plain);
    output
}

/// Appends a tag, its length and its value, filled up to four bytes.
fn put(output: &mut Vec<u8>, tag: u16, value: &[u8]) {
    let padded = value.len().next_multiple_of(4);
    output.extend_from_slice(&tag.to_be_bytes());
    output.extend_from_slice(&(padded as u16).to_be_bytes());
    output.extend_from_slice(value);
    output.resize(output.len() + padded - value.len(), 0);
}
