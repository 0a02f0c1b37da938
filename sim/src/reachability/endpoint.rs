//! Transport addresses as symbols.

use super::address::Address;
use super::endpoint_number::EndpointNumber;
use super::scope::Scope;

/// A transport address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Endpoint {
    /// The socket on a host's interface: the host and the interface.
    Socket(usize, usize),
    /// The STUN server's of a family.
    Server { is_ipv6: bool },
    /// The external endpoint that a translator gave to an internal one.
    Mapped {
        /// The translator.
        nat: usize,
        /// How often it had been rebooted.
        life: u32,
        /// The endpoint behind it.
        internal: EndpointNumber,
        /// The destinations that it is for.
        scope: Scope,
    },
}

impl Endpoint {
    /// Its address.
    pub(super) fn address(self) -> Address {
        match self {
            Endpoint::Socket(host, interface) => Address::Interface(host, interface),
            Endpoint::Server { is_ipv6 } => Address::Server { is_ipv6 },
            Endpoint::Mapped { nat, .. } => Address::Nat(nat),
        }
    }
}
