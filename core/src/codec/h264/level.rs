//! The levels of H.264.

/// A level of ITU-T H.264 Annex A, table A-1, in ascending order of what it demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Level 1.
    L1,
    /// Level 1b.
    L1B,
    /// Level 1.1.
    L1_1,
    /// Level 1.2.
    L1_2,
    /// Level 1.3.
    L1_3,
    /// Level 2.
    L2,
    /// Level 2.1.
    L2_1,
    /// Level 2.2.
    L2_2,
    /// Level 3.
    L3,
    /// Level 3.1: up to 1,280 × 720 at 30 frames a second.
    L3_1,
    /// Level 3.2.
    L3_2,
    /// Level 4: up to 1,920 × 1,080 at 30 frames a second.
    L4,
    /// Level 4.1.
    L4_1,
    /// Level 4.2.
    L4_2,
    /// Level 5.
    L5,
    /// Level 5.1.
    L5_1,
    /// Level 5.2.
    L5_2,
    /// Level 6.
    L6,
    /// Level 6.1.
    L6_1,
    /// Level 6.2.
    L6_2,
}

/// Each level but 1b with its `level_idc`.
const LEVELS: [(Level, u8); 19] = [
    (Level::L1, 10),
    (Level::L1_1, 11),
    (Level::L1_2, 12),
    (Level::L1_3, 13),
    (Level::L2, 20),
    (Level::L2_1, 21),
    (Level::L2_2, 22),
    (Level::L3, 30),
    (Level::L3_1, 31),
    (Level::L3_2, 32),
    (Level::L4, 40),
    (Level::L4_1, 41),
    (Level::L4_2, 42),
    (Level::L5, 50),
    (Level::L5_1, 51),
    (Level::L5_2, 52),
    (Level::L6, 60),
    (Level::L6_1, 61),
    (Level::L6_2, 62),
];

impl Level {
    /// The level of a `level_idc`; 9 is level 1b, as the High profiles write it.
    pub fn from_level_idc(level_idc: u8) -> Option<Level> {
        if level_idc == 9 {
            return Some(Level::L1B);
        }
        LEVELS.iter().find(|(_, idc)| *idc == level_idc).map(|(level, _)| *level)
    }

    /// Its `level_idc`; 9 for level 1b.
    pub fn level_idc(self) -> u8 {
        LEVELS.iter().find(|(level, _)| *level == self).map_or(9, |(_, idc)| *idc)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn level_1b_lies_between_1_and_1_1() {
        assert!(Level::L1 < Level::L1B && Level::L1B < Level::L1_1);
    }

    #[test]
    fn every_level_survives_its_number() {
        for (level, idc) in LEVELS {
            assert_eq!(Level::from_level_idc(level.level_idc()), Some(level));
            assert_eq!(level.level_idc(), idc);
        }
        assert_eq!(Level::from_level_idc(Level::L1B.level_idc()), Some(Level::L1B));
        assert_eq!(Level::from_level_idc(14), None);
    }
}
