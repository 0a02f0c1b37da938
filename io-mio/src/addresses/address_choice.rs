//! Which local addresses to use.

use std::net::IpAddr;

use if_addrs::{IfOperStatus, Interface, get_if_addrs};

use super::ipv6_state::Ipv6State;
use super::{AddressError, InterfaceAddress};

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
    pub fn addresses(self) -> Result<Vec<InterfaceAddress>, AddressError> {
        let interfaces = get_if_addrs()?;
        Ok(match self {
            AddressChoice::Only(ip) if !ip.is_unspecified() => vec![one(ip, &interfaces)],
            choice => choose(choice, &interfaces, &Ipv6State::list()),
        })
    }
}

/// The addresses of all interfaces that are up, sorted, as [`AddressChoice::All`] has them.
///
/// # Errors
/// [`AddressError`] if the interfaces cannot be listed.
pub fn interface_addresses() -> Result<Vec<InterfaceAddress>, AddressError> {
    AddressChoice::All.addresses()
}

/// The address and its interface: that which has it, or which has all of its loopback network.
fn one(ip: IpAddr, interfaces: &[Interface]) -> InterfaceAddress {
    let is_own = |interface: &&Interface| interface.ip() == ip;
    let is_loopback = |interface: &&Interface| {
        interface.is_loopback() && ip.is_loopback() && interface.ip().is_ipv4() == ip.is_ipv4()
    };
    let found = interfaces.iter().find(is_own).or_else(|| interfaces.iter().find(is_loopback));
    let interface = found.and_then(|found| found.index).unwrap_or(0);
    InterfaceAddress { ip, interface }
}

/// RFC 8445 section 5.1.1.1: loopback only where there is nothing else; and of a prefix that has
/// temporary addresses no other. Link-local addresses reach one link, and those of IPv6 can
/// betray their host, so they count only where the machine has no other address.
fn choose(
    choice: AddressChoice,
    interfaces: &[Interface],
    states: &[Ipv6State],
) -> Vec<InterfaceAddress> {
    let is_up = |interface: &&Interface| {
        !matches!(interface.oper_status, IfOperStatus::Down | IfOperStatus::NotPresent)
    };
    let is_of_family = |ip: &IpAddr| match choice {
        AddressChoice::All => true,
        AddressChoice::Only(family) => family.is_ipv4() == ip.is_ipv4(),
    };
    let of = |interface: &Interface| InterfaceAddress {
        ip: interface.ip(),
        interface: interface.index.unwrap_or(0),
    };
    let mut addresses: Vec<InterfaceAddress> = interfaces.iter().filter(is_up).map(of).collect();
    addresses.retain(|address| is_unicast(&address.ip) && is_of_family(&address.ip));
    addresses.retain(|address| is_preferred(address, states));
    addresses.sort();
    addresses.dedup_by_key(|address| address.with_port(0));
    for is_lesser in [IpAddr::is_loopback, is_link_local] {
        if addresses.iter().any(|address| !is_lesser(&address.ip)) {
            addresses.retain(|address| !is_lesser(&address.ip));
        }
    }
    addresses
}

fn is_link_local(ip: &IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_unicast_link_local(),
    }
}

/// Whether it can be used, and no temporary address stands beside it.
fn is_preferred(address: &InterfaceAddress, states: &[Ipv6State]) -> bool {
    let is_it = |state: &&Ipv6State| {
        IpAddr::V6(state.ip) == address.ip && state.interface == address.interface
    };
    let Some(state) = states.iter().find(is_it) else { return true };
    let mut others = states.iter().filter(|other| other.is_temporary() && other.is_usable());
    let has_better = !state.is_temporary() && others.any(|other| other.is_beside(state));
    state.is_usable() && !has_better
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
            !is_site_local && !is_v4 && !is_special
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
        Interface { name: "eth0".into(), addr, index: Some(3), oper_status, is_p2p: false }
    }

    fn usable_of(addresses: &[&str]) -> Vec<String> {
        let up = |address: &&str| interface(address, IfOperStatus::Up);
        let interfaces: Vec<Interface> = addresses.iter().map(up).collect();
        texts(&choose(AddressChoice::All, &interfaces, &[]))
    }

    fn texts(addresses: &[InterfaceAddress]) -> Vec<String> {
        addresses.iter().map(|address| address.ip.to_string()).collect()
    }

    #[test]
    fn loopback_counts_only_where_there_is_nothing_else() {
        assert_eq!(usable_of(&["::1", "127.0.0.1", "10.0.0.2"]), ["10.0.0.2"]);
        assert_eq!(usable_of(&["::1", "127.0.0.1"]), ["127.0.0.1", "::1"]);
    }

    #[test]
    fn addresses_that_no_candidate_may_name_are_left_out() {
        let odd = ["fec0::1", "::ffff:10.0.0.2", "::10.0.0.2", "fd00::2", "10.0.0.2"];
        assert_eq!(usable_of(&odd), ["10.0.0.2", "fd00::2"]);
    }

    #[test]
    fn an_interface_that_is_down_is_left_out() {
        let interfaces = [
            interface("10.0.0.2", IfOperStatus::Down),
            interface("10.0.0.3", IfOperStatus::Up),
            interface("10.0.0.3", IfOperStatus::Up),
        ];
        let chosen = choose(AddressChoice::All, &interfaces, &[]);
        assert_eq!(texts(&chosen), ["10.0.0.3"]);
    }

    #[test]
    fn link_local_addresses_count_only_where_there_is_nothing_else() {
        assert_eq!(usable_of(&["fe80::1", "10.0.0.2", "::1"]), ["10.0.0.2"]);
        assert_eq!(usable_of(&["fe80::1", "fd00::2", "169.254.7.7"]), ["fd00::2"]);
        assert_eq!(usable_of(&["fe80::1", "169.254.7.7"]), ["169.254.7.7", "fe80::1"]);
        assert_eq!(usable_of(&["fe80::1", "127.0.0.1", "::1"]), ["fe80::1"]);
        let both = ["fe80::1", "10.0.0.2"].map(|text| interface(text, IfOperStatus::Up));
        let v6 = AddressChoice::Only(std::net::Ipv6Addr::UNSPECIFIED.into());
        assert_eq!(choose(v6, &both, &[])[0].with_port(5).to_string(), "[fe80::1%3]:5");
    }

    #[test]
    fn temporary_addresses_stand_for_their_prefix() {
        let names = ["2001:db8::1", "2001:db8::abcd", "fd00::1"];
        let interfaces = names.map(|text| interface(text, IfOperStatus::Up));
        let states = [
            "20010db8000000000000000000000001 03 40 00 80 eth0",
            "20010db800000000000000000000abcd 03 40 00 01 eth0",
            "fd000000000000000000000000000001 03 40 00 80 eth0",
        ];
        let states = states.map(|line| Ipv6State::read(line).expect("a line"));
        let chosen = choose(AddressChoice::All, &interfaces, &states);
        assert_eq!(texts(&chosen), ["2001:db8::abcd", "fd00::1"]);
    }

    #[test]
    fn one_address_may_be_chosen() {
        let one: IpAddr = "127.0.0.1".parse().expect("an address");
        let chosen = AddressChoice::Only(one).addresses().expect("a listing");
        assert_eq!(texts(&chosen), ["127.0.0.1"]);
        let second: IpAddr = "127.0.0.2".parse().expect("an address");
        let other = AddressChoice::Only(second).addresses().expect("a listing");
        assert_eq!(other[0].interface, chosen[0].interface);
    }
}
