//! The profiles of H.264 that a `profile-level-id` can name.

/// A sub-profile of ITU-T H.264 Annex A, as RFC 6184 section 8.1, table 5 tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// Constrained Baseline: what every browser speaks, RFC 7742 section 6.2.
    ConstrainedBaseline,
    /// Baseline.
    Baseline,
    /// Main.
    Main,
    /// Extended.
    Extended,
    /// High without field coding and B slices.
    ConstrainedHigh,
    /// High.
    High,
    /// High 10.
    High10,
    /// High 4:2:2.
    High422,
    /// High 4:4:4 Predictive.
    High444Predictive,
    /// High 10 Intra.
    High10Intra,
    /// High 4:2:2 Intra.
    High422Intra,
    /// High 4:4:4 Intra.
    High444Intra,
    /// CAVLC 4:4:4 Intra.
    Cavlc444Intra,
}

/// `profile_idc`, the bits of `profile-iop` that matter, what they must be, and the sub-profile.
const PATTERNS: [(u8, u8, u8, Profile); 16] = [
    (0x42, 0x4f, 0x40, Profile::ConstrainedBaseline),
    (0x4d, 0x8f, 0x80, Profile::ConstrainedBaseline),
    (0x58, 0xcf, 0xc0, Profile::ConstrainedBaseline),
    (0x42, 0x4f, 0x00, Profile::Baseline),
    (0x58, 0xcf, 0x80, Profile::Baseline),
    (0x4d, 0xaf, 0x00, Profile::Main),
    (0x58, 0xcf, 0x00, Profile::Extended),
    (0x64, 0xff, 0x0c, Profile::ConstrainedHigh),
    (0x64, 0xff, 0x00, Profile::High),
    (0x6e, 0xff, 0x00, Profile::High10),
    (0x7a, 0xff, 0x00, Profile::High422),
    (0xf4, 0xff, 0x00, Profile::High444Predictive),
    (0x6e, 0xff, 0x10, Profile::High10Intra),
    (0x7a, 0xff, 0x10, Profile::High422Intra),
    (0xf4, 0xff, 0x10, Profile::High444Intra),
    (0x2c, 0xff, 0x10, Profile::Cavlc444Intra),
];

impl Profile {
    /// The sub-profile that `profile_idc` and `profile_iop` name together; `None` for a
    /// combination that RFC 6184 does not know.
    pub fn from_bytes(profile_idc: u8, profile_iop: u8) -> Option<Profile> {
        let fits = |idc: u8, mask: u8, value: u8| profile_idc == idc && profile_iop & mask == value;
        let row = PATTERNS.iter().find(|(idc, mask, value, _)| fits(*idc, *mask, *value));
        row.map(|(_, _, _, profile)| *profile)
    }

    /// The usual `profile_idc` and `profile-iop` of this sub-profile, those that browsers write.
    pub fn to_bytes(self) -> (u8, u8) {
        match self {
            Profile::ConstrainedBaseline => (0x42, 0xe0),
            Profile::Baseline => (0x42, 0x00),
            Profile::Main => (0x4d, 0x00),
            Profile::Extended => (0x58, 0x00),
            Profile::ConstrainedHigh => (0x64, 0x0c),
            Profile::High => (0x64, 0x00),
            Profile::High10 => (0x6e, 0x00),
            Profile::High422 => (0x7a, 0x00),
            Profile::High444Predictive => (0xf4, 0x00),
            Profile::High10Intra => (0x6e, 0x10),
            Profile::High422Intra => (0x7a, 0x10),
            Profile::High444Intra => (0xf4, 0x10),
            Profile::Cavlc444Intra => (0x2c, 0x10),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_bytes_name_the_same_sub_profile() {
        for (idc, iop) in [(0x42, 0xe0), (0x42, 0x40), (0x42, 0xf0), (0x4d, 0x80), (0x58, 0xc0)] {
            assert_eq!(Profile::from_bytes(idc, iop), Some(Profile::ConstrainedBaseline));
        }
        assert_eq!(Profile::from_bytes(0x42, 0x80), Some(Profile::Baseline));
        assert_eq!(Profile::from_bytes(0x58, 0x80), Some(Profile::Baseline));
        assert_eq!(Profile::from_bytes(0x4d, 0x40), Some(Profile::Main));
        assert_eq!(Profile::from_bytes(0x64, 0x0c), Some(Profile::ConstrainedHigh));
    }

    #[test]
    fn reserved_bits_and_unknown_profiles_name_nothing() {
        assert_eq!(Profile::from_bytes(0x42, 0x41), None);
        assert_eq!(Profile::from_bytes(0x64, 0x80), None);
        assert_eq!(Profile::from_bytes(0x00, 0x00), None);
    }

    #[test]
    fn every_sub_profile_survives_its_bytes() {
        for (_, _, _, profile) in PATTERNS {
            let (idc, iop) = profile.to_bytes();
            assert_eq!(Profile::from_bytes(idc, iop), Some(profile));
        }
    }
}
