//! Whom an address belongs to.

use std::net::{IpAddr, Ipv6Addr};

/// The addresses that count as one party's: one of IPv4, or the /64 of an IPv6 address, which is the
/// least that a household is given (RFC 6177).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AddressBlock(IpAddr);

impl AddressBlock {
    /// The block that the address is in. An IPv4 address in IPv6 form is one of IPv4.
    pub fn of(address: IpAddr) -> AddressBlock {
        AddressBlock(match address.to_canonical() {
            IpAddr::V4(address) => IpAddr::V4(address),
            IpAddr::V6(address) => {
                IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str) -> AddressBlock {
        AddressBlock::of(text.parse().expect("an address"))
    }

    #[test]
    fn a_household_is_one_party() {
        assert_eq!(block("2001:db8:1:2::3"), block("2001:db8:1:2:ffff::"));
        assert_ne!(block("2001:db8:1:2::3"), block("2001:db8:1:3::3"));
        assert_ne!(block("192.0.2.1"), block("192.0.2.2"));
        assert_eq!(block("192.0.2.1"), block("::ffff:192.0.2.1"));
    }
}
