//! A packet that got through.

use super::endpoint_number::EndpointNumber;

/// A packet that got through.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arrival {
    /// The socket that it came to.
    pub(super) socket: EndpointNumber,
    /// Where it seems to come from.
    pub(super) source: EndpointNumber,
}
