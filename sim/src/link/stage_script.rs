//! The scripted faults of a stage.

use crate::ledger::{Fate, PacketFault};
use crate::network::Name;

/// The scripted faults of one stage, by packet.
#[derive(Clone, Debug, Default)]
pub(super) struct StageScript(Vec<(u64, u32, Fate)>);

impl StageScript {
    /// Those of `faults` that are of this stage. Of several for one packet the first counts.
    pub(super) fn new(stage: &Name, faults: &[PacketFault]) -> StageScript {
        let own = faults.iter().filter(|fault| fault.stage == *stage);
        let mut fates: Vec<_> =
            own.map(|fault| (fault.ordinal, fault.copy, fault.fate.clone())).collect();
        fates.sort_by_key(|(ordinal, copy, _)| (*ordinal, *copy));
        fates.dedup_by_key(|(ordinal, copy, _)| (*ordinal, *copy));
        StageScript(fates)
    }

    pub(super) fn fate(&self, ordinal: u64, copy: u32) -> Option<Fate> {
        let key = |(ordinal, copy, _): &(u64, u32, Fate)| (*ordinal, *copy);
        let place = self.0.binary_search_by_key(&(ordinal, copy), key).ok()?;
        Some(self.0[place].2.clone())
    }
}
