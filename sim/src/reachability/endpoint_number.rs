//! A short name for a symbol.

/// The number of an endpoint's symbol: equal numbers are equal transport addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EndpointNumber(pub(super) usize);
