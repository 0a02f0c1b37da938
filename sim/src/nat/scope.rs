//! What part of the world a mapping is for.

use std::net::{IpAddr, SocketAddr};

use super::Dependence;

/// The remote endpoints that one mapping serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Scope {
    /// All.
    Any,
    /// Those of an address.
    Address(IpAddr),
    /// One.
    Endpoint(SocketAddr),
}

impl Scope {
    /// Of the mapping that a packet to `destination` uses.
    pub(super) fn of(mapping: Dependence, destination: SocketAddr) -> Scope {
        match mapping {
            Dependence::EndpointIndependent => Scope::Any,
            Dependence::AddressDependent => Scope::Address(destination.ip()),
            Dependence::AddressAndPortDependent => Scope::Endpoint(destination),
        }
    }
}
