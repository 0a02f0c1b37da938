//! A restart that is offered and not agreed on yet.

use std::net::SocketAddr;

use super::address;
use super::heard_check::HeardCheck;
use super::party::Party;

/// Our side of the generation that an offer of ours is to begin. Until the answer comes the present
/// generation goes on as if nothing were, and the offer can be taken back.
#[derive(Clone, Debug)]
pub(super) struct OfferedRestart {
    /// The number that the generation will have.
    pub(super) number: u32,
    pub(super) local: Party,
    pub(super) heard: Vec<HeardCheck>,
}

impl OfferedRestart {
    /// Ways over which checks are noted at most.
    const MOST_HEARD: usize = 16;

    pub(super) const fn new(number: u32, local: Party) -> OfferedRestart {
        OfferedRestart { number, local, heard: Vec::new() }
    }

    /// Notes a check; several over one way count as one.
    pub(super) fn hear(&mut self, check: HeardCheck) {
        let has_room = self.heard.len() < Self::MOST_HEARD;
        let known = self.heard.iter_mut().find(|known| {
            address::is_same(known.remote, check.remote)
                && address::is_same(known.local, check.local)
        });
        match known {
            Some(known) => known.nominates |= check.nominates,
            None if has_room => self.heard.push(check),
            None => {}
        }
    }

    /// Whether a check came over this way.
    pub(super) fn has_heard(&self, local: SocketAddr, remote: SocketAddr) -> bool {
        self.heard.iter().any(|check| {
            address::is_same(check.remote, remote) && address::is_same(check.local, local)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Seed;
    use crate::crypto::default_provider;
    use crate::ice::Credentials;

    #[test]
    fn checks_are_noted_by_their_ways_within_bounds() {
        let credentials = Credentials::generate(&mut Seed::from_u64(1).stream("ice"));
        let mut offered = OfferedRestart::new(1, Party::new(default_provider(), credentials));
        let local = SocketAddr::from(([10, 0, 0, 1], 1));
        let check = |port: u16, nominates| {
            let remote = SocketAddr::from(([10, 0, 0, 2], port));
            HeardCheck { local, remote, priority: Some(1), nominates }
        };
        offered.hear(check(1, true));
        offered.hear(check(1, false));
        assert_eq!(offered.heard.len(), 1);
        assert!(offered.heard[0].nominates);
        (2..100).for_each(|port| offered.hear(check(port, false)));
        assert_eq!(offered.heard.len(), OfferedRestart::MOST_HEARD);
        assert!(offered.has_heard(local, check(1, true).remote));
        assert!(!offered.has_heard(local, check(99, true).remote));
    }
}
