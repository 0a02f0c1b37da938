//! How much of the destination names a mapping.

use super::address::Address;
use super::endpoint_number::EndpointNumber;

/// The part of the destination that a mapping depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Scope {
    Anything,
    Address(Address),
    Endpoint(EndpointNumber),
}
