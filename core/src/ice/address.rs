//! What addresses are good for.

use std::net::{IpAddr, SocketAddr, SocketAddrV6};

/// Whether two addresses are one: zones and flow labels do not count.
pub(super) fn is_same(a: SocketAddr, b: SocketAddr) -> bool {
    a.port() == b.port() && a.ip() == b.ip()
}

/// A remote address without zone and flow label, which mean nothing on another host.
pub(super) fn canonical(address: SocketAddr) -> SocketAddr {
    SocketAddr::new(address.ip(), address.port())
}

/// The address to send to from the socket on `local`: a link-local one needs that socket's zone.
pub(super) fn destination(local: SocketAddr, remote: SocketAddr) -> SocketAddr {
    match (local, remote) {
        (SocketAddr::V6(from), SocketAddr::V6(to)) if is_link_local(remote) => {
            SocketAddr::V6(SocketAddrV6::new(*to.ip(), to.port(), 0, from.scope_id()))
        }
        _ => remote,
    }
}

/// Whether a candidate can have this address at all, RFC 8445 section 5.1.1.1.
pub(super) fn is_usable(address: SocketAddr) -> bool {
    let is_unicast = match address.ip() {
        IpAddr::V4(ip) => !ip.is_multicast() && !ip.is_broadcast(),
        IpAddr::V6(ip) => !ip.is_multicast() && ip.to_ipv4_mapped().is_none(),
    };
    is_unicast && address.port() != 0 && !address.ip().is_unspecified()
}

/// Whether it is a link-local address of IPv6.
pub(super) fn is_link_local(address: SocketAddr) -> bool {
    matches!(address.ip(), IpAddr::V6(ip) if ip.is_unicast_link_local())
}

/// Whether packets from `local` can be meant to reach `remote`: RFC 8445 section 6.1.2.2; and
/// another host's loopback address is not ours.
pub(super) fn can_pair(local: SocketAddr, remote: SocketAddr) -> bool {
    local.is_ipv4() == remote.is_ipv4()
        && is_link_local(local) == is_link_local(remote)
        && (local.ip().is_loopback() || !remote.ip().is_loopback())
}

/// The local preference of a host candidate, RFC 8445 section 5.1.2.2: the two families take
/// turns, IPv6 first (RFC 8421 section 4), addresses of a smaller reach come last. `ordinal` counts
/// the addresses of the family.
pub(super) fn local_preference(address: SocketAddr, ordinal: u16) -> u16 {
    let rank = 2 * ordinal.min(8_000) + u16::from(address.is_ipv4());
    let is_link_local = match address.ip() {
        IpAddr::V4(ip) => ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_unicast_link_local(),
    };
    match address.ip().is_loopback() {
        true => 0x5555 - rank,
        false if is_link_local => 0xaaaa - rank,
        false => u16::MAX - rank,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> SocketAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn families_and_reaches_do_not_mix() {
        let pairs = |a, b| can_pair(address(a), address(b));
        assert!(pairs("10.0.0.1:1", "192.0.2.1:1"));
        assert!(pairs("127.0.0.1:1", "127.0.0.1:2"));
        assert!(pairs("[fe80::1]:1", "[fe80::2]:1"));
        assert!(!pairs("10.0.0.1:1", "[2001:db8::1]:1"));
        assert!(!pairs("[2001:db8::1]:1", "[fe80::2]:1"));
        assert!(!pairs("[fe80::1]:1", "[2001:db8::1]:1"));
        assert!(!pairs("10.0.0.1:1", "127.0.0.1:2"));
    }

    #[test]
    fn unusable_addresses_are_known() {
        for bad in
            ["0.0.0.0:1", "10.0.0.1:0", "224.0.0.1:5", "255.255.255.255:5", "[::ffff:1.2.3.4]:5"]
        {
            assert!(!is_usable(address(bad)), "{bad}");
        }
        assert!(is_usable(address("[::1]:5")));
    }

    #[test]
    fn nearer_addresses_come_later() {
        let order = ["[2001:db8::1]:1", "10.0.0.1:1", "[fe80::1]:1", "169.254.0.1:1", "[::1]:1"];
        let preferences = order.map(|text| local_preference(address(text), 3));
        assert!(preferences.is_sorted_by(|a, b| a > b), "{preferences:?}");
        assert!(local_preference(address("[::1]:1"), u16::MAX) > 0);
    }

    #[test]
    fn a_link_local_destination_takes_the_sockets_zone() {
        let local = SocketAddr::V6(SocketAddrV6::new("fe80::1".parse().expect("one"), 1, 0, 7));
        let SocketAddr::V6(to) = destination(local, address("[fe80::2]:9")) else {
            panic!("another family")
        };
        assert_eq!(to.scope_id(), 7);
        assert_eq!(destination(local, address("[2001:db8::2]:9")), address("[2001:db8::2]:9"));
    }
}
