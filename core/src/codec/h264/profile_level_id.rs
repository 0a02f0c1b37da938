//! The `profile-level-id` format parameter.

use std::fmt;
use std::str::FromStr;

use super::{Level, Profile, ProfileLevelIdError};

/// The flag of `profile-iop` that makes level 1.1 level 1b in the older profiles.
const CONSTRAINT_SET3: u8 = 0x10;

/// A `profile-level-id`, RFC 6184 section 8.1: a sub-profile and a level.
///
/// Different bytes may name the same sub-profile. The bytes are kept, so that an answer can repeat
/// those of its offer; [`ProfileLevelId::profile`] is what to compare.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProfileLevelId {
    profile_idc: u8,
    profile_iop: u8,
    profile: Profile,
    level: Level,
}

impl ProfileLevelId {
    /// The usual identifier of `profile` and `level`.
    pub fn new(profile: Profile, level: Level) -> ProfileLevelId {
        let (profile_idc, profile_iop) = profile.to_bytes();
        ProfileLevelId { profile_idc, profile_iop, profile, level }.with_level(level)
    }

    /// The identifier in the three bytes that follow the NAL unit header of a sequence parameter
    /// set, which are also those of the format parameter.
    ///
    /// # Errors
    /// [`ProfileLevelIdError`] for a profile or level that RFC 6184 does not know.
    pub fn from_bytes(bytes: [u8; 3]) -> Result<ProfileLevelId, ProfileLevelIdError> {
        let [profile_idc, profile_iop, level_idc] = bytes;
        let profile = Profile::from_bytes(profile_idc, profile_iop)
            .ok_or(ProfileLevelIdError::UnknownProfile { profile_idc, profile_iop })?;
        let level = if level_idc == 11 && marks_level_1b(profile_idc, profile_iop) {
            Level::L1B
        } else {
            Level::from_level_idc(level_idc).ok_or(ProfileLevelIdError::UnknownLevel(level_idc))?
        };
        Ok(ProfileLevelId { profile_idc, profile_iop, profile, level })
    }

    /// Its three bytes.
    pub fn to_bytes(self) -> [u8; 3] {
        let is_marked = marks_level_1b(self.profile_idc, self.profile_iop);
        let is_1b = self.level == Level::L1B && is_marked;
        let level_idc = if is_1b { 11 } else { self.level.level_idc() };
        [self.profile_idc, self.profile_iop, level_idc]
    }

    /// The sub-profile.
    pub fn profile(self) -> Profile {
        self.profile
    }

    /// The level.
    pub fn level(self) -> Level {
        self.level
    }

    /// The same sub-profile, in the same bytes, at another level.
    #[must_use]
    pub fn with_level(self, level: Level) -> ProfileLevelId {
        let mut changed = ProfileLevelId { level, ..self };
        if has_level_1b_flag(self.profile_idc) {
            changed.profile_iop &= !CONSTRAINT_SET3;
            changed.profile_iop |= if level == Level::L1B { CONSTRAINT_SET3 } else { 0 };
        }
        changed
    }
}

/// Whether profiles of this `profile_idc` tell level 1b by a flag: Baseline, Main and Extended.
fn has_level_1b_flag(profile_idc: u8) -> bool {
    matches!(profile_idc, 0x42 | 0x4d | 0x58)
}

fn marks_level_1b(profile_idc: u8, profile_iop: u8) -> bool {
    has_level_1b_flag(profile_idc) && profile_iop & CONSTRAINT_SET3 != 0
}

impl Default for ProfileLevelId {
    /// Baseline at level 1: what RFC 6184 section 8.1 infers where none is given.
    fn default() -> ProfileLevelId {
        ProfileLevelId::new(Profile::Baseline, Level::L1)
    }
}

impl FromStr for ProfileLevelId {
    type Err = ProfileLevelIdError;

    fn from_str(text: &str) -> Result<ProfileLevelId, ProfileLevelIdError> {
        let is_hexadecimal = text.len() == 6 && text.bytes().all(|b| b.is_ascii_hexdigit());
        let number = u32::from_str_radix(text, 16).ok().filter(|_| is_hexadecimal);
        let [_, bytes @ ..] = number.ok_or(ProfileLevelIdError::NotHexadecimal)?.to_be_bytes();
        ProfileLevelId::from_bytes(bytes)
    }
}

impl fmt::Display for ProfileLevelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c] = self.to_bytes();
        write!(f, "{a:02x}{b:02x}{c:02x}")
    }
}

impl fmt::Debug for ProfileLevelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ProfileLevelId({self}: {:?} {:?})", self.profile, self.level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> ProfileLevelId {
        text.parse().expect("a valid profile-level-id")
    }

    #[test]
    fn browsers_identifiers_are_understood_and_kept() {
        let rows = [
            ("42001f", Profile::Baseline, Level::L3_1),
            ("42E01F", Profile::ConstrainedBaseline, Level::L3_1),
            ("4d001f", Profile::Main, Level::L3_1),
            ("640c34", Profile::ConstrainedHigh, Level::L5_2),
            ("42f00b", Profile::ConstrainedBaseline, Level::L1B),
            ("42e00b", Profile::ConstrainedBaseline, Level::L1_1),
            ("640009", Profile::High, Level::L1B),
            // Level 1b as only the High profiles write it.
            ("58a009", Profile::Baseline, Level::L1B),
        ];
        for (text, profile, level) in rows {
            let id = parse(text);
            assert_eq!((id.profile(), id.level()), (profile, level), "{text}");
            assert_eq!(id.to_string(), text.to_lowercase());
        }
    }

    #[test]
    fn a_level_changes_and_the_profile_stays() {
        assert_eq!(parse("42c01f").with_level(Level::L1B).to_string(), "42d00b");
        assert_eq!(parse("42d00b").with_level(Level::L3).to_string(), "42c01e");
        assert_eq!(parse("58a009").with_level(Level::L1B).to_string(), "58b00b");
        assert_eq!(parse("64001f").with_level(Level::L1B).to_string(), "640009");
        assert_eq!(parse("6e101f").with_level(Level::L4).to_string(), "6e1028");
        assert_eq!(ProfileLevelId::default().to_string(), "42000a");
    }

    #[test]
    fn wrong_identifiers_say_why() {
        let errors: Vec<String> = ["42e01", "42e01g", "+2e01f", "99e01f", "42e0ff"]
            .iter()
            .map(|text| text.parse::<ProfileLevelId>().expect_err("an error").to_string())
            .collect();
        assert_eq!(
            errors,
            [
                "not six hexadecimal digits",
                "not six hexadecimal digits",
                "not six hexadecimal digits",
                "unknown profile 0x99 with constraints 0xe0",
                "unknown level 255",
            ]
        );
    }
}
