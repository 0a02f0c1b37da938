//! A chosen packet.

use serde::{Deserialize, Serialize};

use crate::ledger::Fate;

/// Exactly the chosen packet meets the chosen fate: dropped, late, duplicated …
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Nth {
    /// Which packet, of those the stage concerns; the first is 1.
    pub packet: u64,
    /// What happens to it.
    pub fate: Fate,
    /// How many packets later it happens again; once if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<u64>,
}

impl Nth {
    /// This packet, the first of which is 1, is dropped.
    pub const fn dropped(packet: u64) -> Nth {
        Nth { packet, fate: Fate::Dropped, every: None }
    }

    /// `number` counts the packets that the stage concerns.
    pub(in crate::link) fn draw(&self, number: u64) -> Option<Fate> {
        let behind = number.checked_sub(self.packet)?;
        let is_chosen = match self.every {
            Some(every) if every > 0 => behind.is_multiple_of(every),
            _ => behind == 0,
        };
        is_chosen.then(|| self.fate.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_chosen_packets_are_concerned() {
        let chosen = |nth: &Nth| -> Vec<u64> {
            (1..=12).filter(|number| nth.draw(*number) == Some(Fate::Dropped)).collect()
        };
        assert_eq!(chosen(&Nth::dropped(3)), [3]);
        assert_eq!(chosen(&Nth { every: Some(4), ..Nth::dropped(3) }), [3, 7, 11]);
        assert_eq!(chosen(&Nth { every: Some(0), ..Nth::dropped(3) }), [3]);
    }
}
