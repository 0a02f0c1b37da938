//! Addresses in attributes, RFC 8489 sections 14.1 and 14.2.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use super::{MAGIC_COOKIE, TransactionId};
use crate::wire::{ByteReader, ByteWriter};

const IPV4: u8 = 1;
const IPV6: u8 = 2;

/// The mask of an XOR'ed address: the cookie, then the transaction identifier.
pub(super) fn mask(id: TransactionId) -> [u8; 16] {
    let mut mask = [0; 16];
    mask[..4].copy_from_slice(&MAGIC_COOKIE.to_be_bytes());
    mask[4..].copy_from_slice(&id.0);
    mask
}

/// Reads an address that is masked with `mask` (all zeroes for one in clear).
pub(super) fn read(value: &[u8], mask: [u8; 16]) -> Option<SocketAddr> {
    let mut reader = ByteReader::new(value);
    reader.u8().ok()?;
    let family = reader.u8().ok()?;
    let port = reader.u16().ok()? ^ u16::from_be_bytes([mask[0], mask[1]]);
    let ip = match family {
        IPV4 => {
            let [a, b, c, d, ..] = mask;
            let masked = u32::from_be_bytes(reader.array().ok()?);
            IpAddr::V4(Ipv4Addr::from_bits(masked ^ u32::from_be_bytes([a, b, c, d])))
        }
        IPV6 => {
            let masked = u128::from_be_bytes(reader.array().ok()?);
            IpAddr::V6(Ipv6Addr::from_bits(masked ^ u128::from_be_bytes(mask)))
        }
        _ => return None,
    };
    reader.is_empty().then(|| SocketAddr::new(ip, port))
}

/// Writes an address masked with `mask`.
pub(super) fn write(address: SocketAddr, mask: [u8; 16], writer: &mut ByteWriter<'_>) {
    let [a, b, c, d, ..] = mask;
    writer.u8(0);
    writer.u8(if address.is_ipv4() { IPV4 } else { IPV6 });
    writer.u16(address.port() ^ u16::from_be_bytes([a, b]));
    match address.ip() {
        IpAddr::V4(ip) => writer.u32(ip.to_bits() ^ u32::from_be_bytes([a, b, c, d])),
        IpAddr::V6(ip) => {
            writer.bytes(&(ip.to_bits() ^ u128::from_be_bytes(mask)).to_be_bytes());
        }
    }
}
