//! Whose an address is.

use std::net::{IpAddr, Ipv6Addr};

/// The addresses that count as one when passwords are guessed: an IPv4 address by itself, of an
/// IPv6 address the first 64 bits, for whoever has one has all of them.
pub(super) fn group(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let network = address.to_bits() & !u128::from(u64::MAX);
            IpAddr::V6(Ipv6Addr::from_bits(network))
        }
        address => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_of_ipv6_counts_as_one() {
        let grouped = |text: &str| group(text.parse().expect("an address")).to_string();
        assert_eq!(grouped("192.0.2.7"), "192.0.2.7");
        assert_eq!(grouped("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(grouped("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
    }
}
