//! What the kernel says of an IPv6 address.

use std::fs;
use std::net::Ipv6Addr;

/// Where the kernel lists the IPv6 addresses of all interfaces.
const LIST: &str = "/proc/net/if_inet6";

/// The flags of `linux/if_addr.h`: made to prevent tracking (RFC 8981); a duplicate; still
/// being checked for duplicates, and not yet to be used meanwhile.
const TEMPORARY: u32 = 0x01;
const DUPLICATE: u32 = 0x08;
const TENTATIVE: u32 = 0x40;
const OPTIMISTIC: u32 = 0x04;

/// A line of the kernel's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ipv6State {
    pub(super) ip: Ipv6Addr,
    pub(super) interface: u32,
    /// Bits of the prefix.
    pub(super) prefix_length: u32,
    flags: u32,
}

impl Ipv6State {
    /// All of them; none where there is no such list.
    pub(super) fn list() -> Vec<Ipv6State> {
        fs::read_to_string(LIST).unwrap_or_default().lines().filter_map(Ipv6State::read).collect()
    }

    /// Reads a line: the address without colons, the interface, the prefix's length, the scope and
    /// the flags in hexadecimal digits, and the interface's name.
    pub(super) fn read(line: &str) -> Option<Ipv6State> {
        let mut fields = line.split_ascii_whitespace();
        let ip = Ipv6Addr::from_bits(u128::from_str_radix(fields.next()?, 16).ok()?);
        let mut number = || u32::from_str_radix(fields.next()?, 16).ok();
        let (interface, prefix_length, _scope) = (number()?, number()?, number()?);
        Some(Ipv6State { ip, interface, prefix_length, flags: number()? })
    }

    /// Whether a socket can be bound to it now.
    pub(super) const fn is_usable(&self) -> bool {
        let is_tentative = self.flags & TENTATIVE != 0 && self.flags & OPTIMISTIC == 0;
        !is_tentative && self.flags & DUPLICATE == 0
    }

    /// Whether it is an address by which its host cannot be followed about.
    pub(super) const fn is_temporary(&self) -> bool {
        self.flags & TEMPORARY != 0
    }

    /// Whether `other` is of the same prefix on the same interface.
    pub(super) fn is_beside(&self, other: &Ipv6State) -> bool {
        let ignored = 128_u32.saturating_sub(self.prefix_length);
        let prefix = |ip: Ipv6Addr| ip.to_bits().checked_shr(ignored).unwrap_or(0);
        self.interface == other.interface && prefix(self.ip) == prefix(other.ip)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read() {
        let read = |line| Ipv6State::read(line).expect(line);
        let stable = read("20010db8000000000000000000000001 0a 40 00 80     eth0");
        assert_eq!((stable.ip.to_string().as_str(), stable.interface), ("2001:db8::1", 10));
        assert!(stable.is_usable() && !stable.is_temporary());
        let temporary = read("20010db8000000000123456789abcdef 0a 40 00 01 eth0");
        assert!(temporary.is_temporary() && temporary.is_beside(&stable));
        assert!(!read("20010db8000000010000000000000001 0a 40 00 80 eth0").is_beside(&stable));
        assert!(!read("20010db8000000000000000000000002 0b 40 00 80 eth1").is_beside(&stable));
        assert!(!read("20010db8000000000000000000000003 0a 40 00 c0 eth0").is_usable());
        assert!(!read("20010db8000000000000000000000003 0a 40 00 88 eth0").is_usable());
        assert!(read("20010db8000000000000000000000003 0a 40 00 44 eth0").is_usable());
        for other in ["", "x", "20010db8000000000000000000000001 0a 40", "::1 01 80 10 80 lo"] {
            assert_eq!(Ipv6State::read(other), None, "{other}");
        }
    }

    #[test]
    fn prefixes_of_any_length_compare() {
        let all = |length: &str| {
            let line = format!("20010db8000000000000000000000001 01 {length} 00 80 eth0");
            Ipv6State::read(&line).expect("a line")
        };
        let other = Ipv6State::read("fd000000000000000000000000000001 01 00 00 80 eth0");
        let other = other.expect("a line");
        assert!(all("00").is_beside(&other) && !all("80").is_beside(&other));
        assert!(!all("ff").is_beside(&other));
    }
}
