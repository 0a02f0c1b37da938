//! Which addresses there are.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Hands out addresses: documentation addresses on the internet, private ones behind NATs.
///
/// Another `variant` gives other addresses in the same order, so that nothing but the names of
/// things differs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AddressPlan {
    /// Which of the plans: up to 100.
    pub variant: u8,
}

impl AddressPlan {
    fn last(self, host: usize, interface: usize) -> u8 {
        (10 * (host as u8 + 1) + interface as u8).wrapping_add(self.variant)
    }

    /// The public address of a host's interface.
    pub fn public(self, host: usize, interface: usize, ipv6: bool) -> IpAddr {
        let last = self.last(host, interface);
        if ipv6 {
            let address = Ipv6Addr::new(0x2001, 0xdb8, 1, 0, 0, 0, 0, u16::from(last));
            return IpAddr::V6(address);
        }
        IpAddr::V4(Ipv4Addr::new(198, 51, 100, last))
    }

    /// The address of a host's interface in the home of `home`.
    pub fn private(self, home: usize, host: usize, interface: usize) -> IpAddr {
        IpAddr::V4(Ipv4Addr::new(192, 168, home as u8 + 1, self.last(host, interface)))
    }

    /// The outer address of a home's NAT in a carrier's network.
    pub fn carrier(self, host: usize, interface: usize) -> IpAddr {
        IpAddr::V4(Ipv4Addr::new(100, 64, 0, self.last(host, interface)))
    }

    /// The outer address of a NAT on the internet.
    pub fn nat(self, host: usize, interface: usize) -> IpAddr {
        IpAddr::V4(Ipv4Addr::new(203, 0, 113, self.last(host, interface)))
    }

    /// The address of a STUN server.
    pub fn stun_server(self, index: usize) -> IpAddr {
        IpAddr::V4(Ipv4Addr::new(192, 0, 2, (index as u8 + 1).wrapping_add(self.variant)))
    }
}
