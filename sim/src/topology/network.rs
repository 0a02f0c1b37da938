//! The network.

use super::{AddressPlan, Interface, NatNode, Segment};
use crate::link::Pipe;

/// Everything between the hosts.
#[derive(Clone, Debug)]
pub struct Network {
    /// Both directions of every interface.
    pub pipes: Vec<Pipe>,
    /// By host, its interfaces.
    pub interfaces: Vec<Vec<Interface>>,
    pub(super) plan: AddressPlan,
    pub(super) segments: Vec<Segment>,
    pub(super) nats: Vec<NatNode>,
    /// By pipe: the host and the interface it belongs to.
    pub(super) ends: Vec<(usize, usize)>,
}

impl Network {
    /// The segment that is the internet.
    pub(super) const INTERNET: usize = 0;

    /// The internet without anybody on it.
    pub(super) fn empty(plan: AddressPlan) -> Network {
        Network {
            pipes: Vec::new(),
            interfaces: Vec::new(),
            plan,
            segments: vec![Segment::default()],
            nats: Vec::new(),
            ends: Vec::new(),
        }
    }

    /// The host and the interface that a pipe belongs to, and whether it leads to the host.
    pub fn end(&self, pipe: usize) -> (usize, usize, bool) {
        let (host, interface) = self.ends[pipe];
        (host, interface, self.interfaces[host][interface].down == pipe)
    }

    /// The segment that a host's interface hangs on.
    pub fn segment_of(&self, host: usize, interface: usize) -> usize {
        self.interfaces[host][interface].segment
    }

    /// The internet's segment, where servers and attackers are.
    pub const fn internet(&self) -> usize {
        Network::INTERNET
    }

    /// A NAT of an interface, the nearest first, forgets everything.
    pub fn reboot_nat(&mut self, host: usize, interface: usize, nat: usize) {
        let node = self.interfaces[host].get(interface).and_then(|found| found.nats.get(nat));
        if let Some(&node) = node {
            self.nats[node].nat.reboot(None);
        }
    }

    /// Which addresses there are.
    pub const fn plan(&self) -> AddressPlan {
        self.plan
    }
}
