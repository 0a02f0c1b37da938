//! Priorities, RFC 8445 sections 5.1.2 and 6.1.2.3.

use super::{CandidateKind, Role};

/// The greatest priority of a candidate, section 5.1.2.
const GREATEST: u32 = (1 << 31) - 1;

/// The priority of a candidate for component 1.
pub(super) const fn candidate(kind: CandidateKind, local_preference: u16) -> u32 {
    ((kind.type_preference() as u32) << 24) | (local_preference as u32) << 8 | (256 - 1)
}

/// The priority that a peer-reflexive candidate with the base of `host` has, section 7.1.1.
pub(super) const fn peer_reflexive(host: u32) -> u32 {
    (CandidateKind::PeerReflexive.type_preference() as u32) << 24 | host & 0x00ff_ffff
}

/// The priority of a pair, for the agent with this role.
pub(super) fn pair(role: Role, local: u32, remote: u32) -> u64 {
    let (local, remote) = (local.min(GREATEST), remote.min(GREATEST));
    let (controlling, controlled) = match role {
        Role::Controlling => (local, remote),
        Role::Controlled => (remote, local),
    };
    let (least, most) = (controlling.min(controlled), controlling.max(controlled));
    (u64::from(least) << 32) + 2 * u64::from(most) + u64::from(controlling > controlled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_agents_order_pairs_alike() {
        for (local, remote) in [(5, 9), (9, 5), (7, 7), (u32::MAX, 3), (GREATEST, GREATEST)] {
            let ours = pair(Role::Controlling, local, remote);
            assert_eq!(ours, pair(Role::Controlled, remote, local));
        }
        assert_eq!(pair(Role::Controlling, 9, 5), (5 << 32) + 19);
        assert_eq!(pair(Role::Controlled, 9, 5), (5 << 32) + 18);
    }

    #[test]
    fn the_formula_of_the_rfc() {
        assert_eq!(candidate(CandidateKind::Host, 65_535), 2_130_706_431);
        assert_eq!(peer_reflexive(2_130_706_431), candidate(CandidateKind::PeerReflexive, 65_535));
    }
}
