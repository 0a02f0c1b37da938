//! How a loop is set up.

use crate::{AddressChoice, Clock};

/// How a loop is set up.
#[derive(Clone, Debug)]
pub struct LoopConfig {
    /// The clock that the driven reads time by.
    pub clock: Clock,
    /// Which local addresses get a UDP socket; `None` for no UDP at all.
    pub addresses: Option<AddressChoice>,
    /// The UDP port on each of them; 0 lets the system choose.
    pub port: u16,
    /// Whether to take part in multicast DNS on the links of those addresses.
    pub multicast_dns: bool,
    /// Most commands of other threads that may wait.
    pub command_capacity: usize,
}

impl LoopConfig {
    /// Sockets on all addresses, on ports that the system chooses, no multicast DNS, and room for
    /// 256 commands.
    pub fn new(clock: Clock) -> LoopConfig {
        LoopConfig {
            clock,
            addresses: Some(AddressChoice::All),
            port: 0,
            multicast_dns: false,
            command_capacity: 256,
        }
    }
}
