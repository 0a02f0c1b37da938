//! Addresses by number.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV6};

use roomrtc_core::wire::ByteReader;

use super::{ReadError, numbers};

/// The addresses that a session has met, so that each is written once. Writer and reader fill
/// theirs alike.
#[derive(Clone, Debug, Default)]
pub(super) struct AddressBook {
    addresses: Vec<SocketAddr>,
}

impl AddressBook {
    /// The most addresses that get a number: whoever floods from ever more of them takes no memory.
    const MOST: usize = 1_024;

    /// Appends an address: 0 and the address itself if it has no number yet, otherwise its number.
    pub(super) fn write(&mut self, address: SocketAddr, output: &mut Vec<u8>) {
        // Those in use are found soon: they were met first.
        if let Some(index) = self.addresses.iter().position(|known| *known == address) {
            return numbers::write(index as u64 + 1, output);
        }
        output.push(0);
        write_address(address, output);
        self.learn(address);
    }

    /// Reads what [`AddressBook::write`] has appended.
    pub(super) fn read(&mut self, reader: &mut ByteReader<'_>) -> Result<SocketAddr, ReadError> {
        let Some(index) = numbers::read(reader)?.checked_sub(1) else {
            let address = read_address(reader)?;
            self.learn(address);
            return Ok(address);
        };
        let index = usize::try_from(index).unwrap_or(usize::MAX);
        self.addresses.get(index).copied().ok_or(ReadError::Malformed)
    }

    fn learn(&mut self, address: SocketAddr) {
        if self.addresses.len() < Self::MOST {
            self.addresses.push(address);
        }
    }
}

/// Appends an address: 4 or 6, its bytes, the port, and of IPv6 flow and scope.
pub(super) fn write_address(address: SocketAddr, output: &mut Vec<u8>) {
    match address.ip() {
        IpAddr::V4(ip) => {
            output.push(4);
            output.extend_from_slice(&ip.octets());
        }
        IpAddr::V6(ip) => {
            output.push(6);
            output.extend_from_slice(&ip.octets());
        }
    }
    output.extend_from_slice(&address.port().to_be_bytes());
    if let SocketAddr::V6(address) = address {
        output.extend_from_slice(&address.flowinfo().to_be_bytes());
        output.extend_from_slice(&address.scope_id().to_be_bytes());
    }
}

/// Reads what [`write_address`] has appended.
pub(super) fn read_address(reader: &mut ByteReader<'_>) -> Result<SocketAddr, ReadError> {
    match reader.u8()? {
        4 => {
            let ip = Ipv4Addr::from(reader.array::<4>()?);
            Ok(SocketAddr::from((ip, reader.u16()?)))
        }
        6 => {
            let ip = Ipv6Addr::from(reader.array::<16>()?);
            let (port, flow, scope) = (reader.u16()?, reader.u32()?, reader.u32()?);
            Ok(SocketAddr::V6(SocketAddrV6::new(ip, port, flow, scope)))
        }
        _ => Err(ReadError::Malformed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_read_back_and_numbers_are_bounded() {
        let (mut writer, mut reader) = (AddressBook::default(), AddressBook::default());
        let scoped = SocketAddrV6::new(Ipv6Addr::LOCALHOST, 9, 8, 7);
        let many = (0..3_000_u16).map(|port| SocketAddr::from(([10, 0, 0, 1], port)));
        let all: Vec<_> = many.chain([SocketAddr::V6(scoped)]).collect();
        let mut bytes = Vec::new();
        for address in all.iter().chain(&all) {
            writer.write(*address, &mut bytes);
        }
        let mut cursor = ByteReader::new(&bytes);
        for address in all.iter().chain(&all) {
            assert_eq!(reader.read(&mut cursor), Ok(*address));
        }
        assert!(cursor.is_empty());
        assert_eq!(reader.addresses.len(), AddressBook::MOST);
    }

    #[test]
    fn unknown_numbers_and_families_are_refused() {
        for bytes in [&[1][..], &[0, 5, 1, 2, 3, 4, 0, 0], &[0, 4, 1], &[0, 6, 1]] {
            let read = AddressBook::default().read(&mut ByteReader::new(bytes));
            assert_eq!(read, Err(ReadError::Malformed), "{bytes:?}");
        }
    }
}
