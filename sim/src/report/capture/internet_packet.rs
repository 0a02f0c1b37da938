//! IP and UDP headers.

use std::net::{IpAddr, SocketAddr};

use crate::trace::PacketEvent;

/// The protocol number of UDP.
const UDP: u8 = 17;
/// Hops that a packet may still take.
const HOPS: u8 = 64;
/// Bytes of a UDP header.
const UDP_HEADER: usize = 8;

/// The packet with `payload` as it is on the wire: IPv4 (RFC 791) or IPv6 (RFC 8200), and UDP
/// (RFC 768), with their checksums. Where the addresses are of two families, both are written as
/// those of IPv6, which has a form for those of IPv4 (RFC 4291 section 2.5.5.2).
pub(super) fn bytes(packet: &PacketEvent, payload: &[u8]) -> Vec<u8> {
    let (source, destination) = (packet.source.ip(), packet.destination.ip());
    let mut output = match (source, destination) {
        (IpAddr::V4(source), IpAddr::V4(destination)) => {
            let identification = (packet.number as u16).to_be_bytes();
            ipv4(packet, identification, source.octets(), destination.octets())
        }
        _ => ipv6(packet, sixteen(source), sixteen(destination)),
    };
    let datagram = udp(packet.source, packet.destination, payload);
    output.extend_from_slice(&datagram);
    output
}

fn ipv4(
    packet: &PacketEvent,
    identification: [u8; 2],
    source: [u8; 4],
    destination: [u8; 4],
) -> Vec<u8> {
    let total = length(20 + UDP_HEADER + packet.length);
    let mut header = vec![0x45, packet.ecn & 3, total[0], total[1]];
    header.extend_from_slice(&identification);
    // Do not fragment.
    header.extend_from_slice(&[0x40, 0, HOPS, UDP, 0, 0]);
    header.extend_from_slice(&source);
    header.extend_from_slice(&destination);
    let checksum = checksum(&[&header]).to_be_bytes();
    header[10..12].copy_from_slice(&checksum);
    header
}

fn ipv6(packet: &PacketEvent, source: [u8; 16], destination: [u8; 16]) -> Vec<u8> {
    let length = length(UDP_HEADER + packet.length);
    let mut header = vec![0x60, (packet.ecn & 3) << 4, 0, 0, length[0], length[1], UDP, HOPS];
    header.extend_from_slice(&source);
    header.extend_from_slice(&destination);
    header
}

fn udp(source: SocketAddr, destination: SocketAddr, payload: &[u8]) -> Vec<u8> {
    let length = length(UDP_HEADER + payload.len());
    let mut output = Vec::with_capacity(UDP_HEADER + payload.len());
    output.extend_from_slice(&source.port().to_be_bytes());
    output.extend_from_slice(&destination.port().to_be_bytes());
    output.extend_from_slice(&[length[0], length[1], 0, 0]);
    output.extend_from_slice(payload);
    let checksum = match checksum(&[&pseudo_header(source.ip(), destination.ip(), length), &output])
    {
        // None is written as all ones.
        0 => u16::MAX,
        checksum => checksum,
    };
    output[6..8].copy_from_slice(&checksum.to_be_bytes());
    output
}

/// What the checksum covers besides, RFC 768 and RFC 8200 section 8.1: their sums are the same.
fn pseudo_header(source: IpAddr, destination: IpAddr, length: [u8; 2]) -> Vec<u8> {
    let mut output = match (source, destination) {
        (IpAddr::V4(source), IpAddr::V4(destination)) => {
            [source.octets(), destination.octets()].concat()
        }
        _ => [sixteen(source), sixteen(destination)].concat(),
    };
    output.extend_from_slice(&[0, UDP, length[0], length[1]]);
    output
}

fn sixteen(address: IpAddr) -> [u8; 16] {
    match address {
        IpAddr::V4(address) => address.to_ipv6_mapped().octets(),
        IpAddr::V6(address) => address.octets(),
    }
}

/// A length field; that of a packet which is too long is as long as can be.
fn length(bytes: usize) -> [u8; 2] {
    u16::try_from(bytes).unwrap_or(u16::MAX).to_be_bytes()
}

/// The Internet checksum, RFC 1071, of parts of which all but the last have an even length.
pub(super) fn checksum(parts: &[&[u8]]) -> u16 {
    let word = |pair: &[u8]| u64::from(pair[0]) << 8 | u64::from(pair.get(1).copied().unwrap_or(0));
    let mut sum: u64 = parts.iter().flat_map(|part| part.chunks(2)).map(word).sum();
    while sum > 0xffff {
        sum = (sum & 0xffff) + (sum >> 16);
    }
    !(sum as u16)
}
