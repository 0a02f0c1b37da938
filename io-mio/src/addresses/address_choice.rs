//! Which local addresses to use.

use std::net::IpAddr;

use if_addrs::{IfOperStatus, Interface, get_if_addrs};

use super::AddressError;

/// Which addresses of this machine get a UDP socket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AddressChoice {
    /// Every address of every interface that is up, IPv4 and IPv6.
    ///
    /// Loopback is left out as RFC 8445 section 5.1.1.1 asks, unless the machine has nothing else:
    /// then it can only talk to itself, and may.
    #[default]
    All,
    /// This one; where it is the unspecified address, all of its family.
    Only(IpAddr),
}

impl AddressChoice {
    /// The addresses chosen, as the interfaces are now.
    ///
    /// # Errors
    /// [`AddressError`] if the interfaces cannot be listed.
    pub fn addresses(self) -> Result<Vec<IpAddr>, AddressError> {
        match self {
            AddressChoice::Only(ip) if !ip.is_unspecified() => Ok(vec![ip]),
            AddressChoice::Only(ip) => {
                let all = interface_addresses()?.into_iter();
                Ok(all.filter(|other| other.is_ipv4() == ip.is_ipv4()).collect())
            }
            AddressChoice::All => interface_addresses(),
        }
    }
}

/// The addresses of all interfaces that are up, sorted, as [`AddressChoice::All`] has them.
///
/// IPv6 link-local addresses are left out: they mean nothing without a zone, which a candidate
/// cannot carry.
///
/// # Errors
/// [`AddressError`] if the interfaces cannot be listed.
pub fn interface_addresses() -> Result<Vec<IpAddr>, AddressError> {
    Ok(usable(&get_if_addrs()?))
}

fn usable(interfaces: &[Interface]) -> Vec<IpAddr> {
    let is_up = |interface: &&Interface| {
        !matches!(interface.oper_status, IfOperStatus::Down | IfOperStatus::NotPresent)
    };
    let mut addresses: Vec<IpAddr> =
        interfaces.iter().filter(is_up).map(Interface::ip).filter(is_unicast).collect();
    addresses.sort();
    addresses.dedup();
    if addresses.iter().any(|address| !address.is_loopback()) {
        addresses.retain(|address| !address.is_loopback());
    }
    addresses
}

/// Whether a candidate may name the address: site-local, IPv4-compatible and IPv4-mapped IPv6
/// addresses may not, RFC 8445 section 5.1.1.1.
fn is_unicast(address: &IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => !v4.is_unspecified() && !v4.is_multicast() && !v4.is_broadcast(),
        IpAddr::V6(v6) => {
            let is_site_local = v6.segments()[0] & 0xffc0 == 0xfec0;
            let is_v4 = v6.to_ipv4().is_some() && !v6.is_loopback();
            let is_special = v6.is_unspecified() || v6.is_multicast();
            !v6.is_unicast_link_local() && !is_site_local && !is_v4 && !is_special
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use if_addrs::{IfAddr, Ifv4Addr, Ifv6Addr};

    fn interface(address: &str, oper_status: IfOperStatus) -> Interface {
        let addr = match address.parse().expect("an address") {
            IpAddr::V4(ip) => IfAddr::V4(Ifv4Addr {
                ip,
                netmask: [255; 4].into(),
                prefixlen: 32,
                broadcast: None,
            }),
            IpAddr::V6(ip) => {
                IfAddr::V6(Ifv6Addr { ip, netmask: ip, prefixlen: 64, broadcast: None })
            }
        };
        Interface { name: "eth0".into(), addr, index: None, oper_status, is_p2p: false }
    }

    fn usable_of(addresses: &[&str]) -> Vec<String> {
        let up = |address: &&str| interface(address, IfOperStatus::Up);
        let interfaces: Vec<Interface> = addresses.iter().map(up).collect();
        usable(&interfaces).iter().map(IpAddr::to_string).collect()
    }

    #[test]
    fn loopback_counts_only_where_there_is_nothing_else() {
        assert_eq!(usable_of(&["::1", "127.0.0.1", "10.0.0.2"]), ["10.0.0.2"]);
        assert_eq!(usable_of(&["::1", "127.0.0.1"]), ["127.0.0.1", "::1"]);
    }

    #[test]
    fn addresses_that_no_candidate_may_name_are_left_out() {
        let odd = ["fe80::1", "fec0::1", "::ffff:10.0.0.2", "::10.0.0.2", "fd00::2", "10.0.0.2"];
        assert_eq!(usable_of(&odd), ["10.0.0.2", "fd00::2"]);
    }

    #[test]
    fn an_interface_that_is_down_is_left_out() {
        let interfaces = [
            interface("10.0.0.2", IfOperStatus::Down),
            interface("10.0.0.3", IfOperStatus::Up),
            interface("10.0.0.3", IfOperStatus::Up),
        ];
        assert_eq!(usable(&interfaces), ["10.0.0.3".parse::<IpAddr>().expect("an address")]);
    }

    #[test]
    fn one_address_may_be_chosen() {
        let one: IpAddr = "127.0.0.1".parse().expect("an address");
        assert_eq!(AddressChoice::Only(one).addresses().expect("no listing"), [one]);
    }
}
