//! Addresses without ports, as symbols.

/// What an endpoint's address is, without its port.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Address {
    /// That of a host's interface: the host and the interface.
    Interface(usize, usize),
    /// The STUN server's of a family.
    Server { is_ipv6: bool },
    /// The external one of a translator.
    Nat(usize),
}
