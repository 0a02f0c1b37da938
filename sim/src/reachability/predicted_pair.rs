//! A pair that works.

use super::PairKinds;

/// A pair over which checks succeed both ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PredictedPair {
    /// As each agent sees it.
    pub views: [PairKinds; 2],
    /// Whether it is between addresses of IPv6.
    pub is_ipv6: bool,
}

impl PredictedPair {
    /// How good it is by the recommended type preferences, RFC 8445 sections 5.1.2.2 and 6.1.2.3:
    /// as the first agent ranks it.
    pub(super) fn rank(&self) -> (u8, u8) {
        let [local, remote] =
            [self.views[0].local, self.views[0].remote].map(|k| k.type_preference());
        (local.min(remote), local.max(remote))
    }
}
