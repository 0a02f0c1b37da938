//! An address and where it is.

use std::net::{IpAddr, SocketAddr, SocketAddrV6};

/// An address of an interface of this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct InterfaceAddress {
    /// The address.
    pub ip: IpAddr,
    /// The index of its interface; 0 if it is not known.
    pub interface: u32,
}

impl InterfaceAddress {
    /// The socket address to bind for it. A link-local address of IPv6 means something only with its
    /// interface as the zone, RFC 4007 section 6.
    pub fn with_port(self, port: u16) -> SocketAddr {
        match self.ip {
            IpAddr::V6(ip) if ip.is_unicast_link_local() => {
                SocketAddr::V6(SocketAddrV6::new(ip, port, 0, self.interface))
            }
            ip => SocketAddr::new(ip, port),
        }
    }

    /// Whether a socket that is bound to `local` is bound to this address.
    pub fn has(self, local: SocketAddr) -> bool {
        self.with_port(local.port()) == local
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_link_local_address_has_a_zone() {
        let bound = |ip: &str| {
            let ip = ip.parse().expect("an address");
            InterfaceAddress { ip, interface: 7 }.with_port(9).to_string()
        };
        assert_eq!(bound("fe80::1"), "[fe80::1%7]:9");
        assert_eq!(bound("fd00::1"), "[fd00::1]:9");
        assert_eq!(bound("10.0.0.1"), "10.0.0.1:9");
    }

    #[test]
    fn the_same_link_local_address_on_another_interface_is_another() {
        let ip = "fe80::1".parse().expect("an address");
        let [one, other] = [1, 2].map(|interface| InterfaceAddress { ip, interface });
        assert!(one.has(one.with_port(4_000)));
        assert!(!one.has(other.with_port(4_000)));
    }
}
