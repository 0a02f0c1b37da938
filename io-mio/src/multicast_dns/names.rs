//! The form of names.

use std::fmt::Write;

/// The domain of multicast DNS.
const SUFFIX: &str = ".local";

/// Where the hyphens of a UUID stand, and how long it is: RFC 9562 section 4.
const HYPHENS: [usize; 4] = [8, 13, 18, 23];
const UUID_LENGTH: usize = 36;

/// A name for an address: a UUID of version 4 made of random bytes, and `.local`,
/// draft-ietf-mmusic-mdns-ice-candidates section 3.1.1.
pub fn candidate_name(random: [u8; 16]) -> String {
    let mut bytes = random;
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut name = String::with_capacity(UUID_LENGTH + SUFFIX.len());
    for byte in bytes {
        if HYPHENS.contains(&name.len()) {
            name.push('-');
        }
        // Writing to a string cannot fail.
        let _ = write!(name, "{byte:02x}");
    }
    name + SUFFIX
}

/// Whether a name is of the form that candidates have: a UUID, of whichever version, and `.local`.
pub fn is_candidate_name(name: &str) -> bool {
    let is_at_place = |(place, byte): (usize, u8)| match HYPHENS.contains(&place) {
        true => byte == b'-',
        false => byte.is_ascii_hexdigit(),
    };
    name.is_ascii()
        && name.split_at_checked(UUID_LENGTH).is_some_and(|(uuid, suffix)| {
            suffix.eq_ignore_ascii_case(SUFFIX) && uuid.bytes().enumerate().all(is_at_place)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_uuid_of_version_4() {
        let name = candidate_name([0xff; 16]);
        assert_eq!(name, "ffffffff-ffff-4fff-bfff-ffffffffffff.local");
        assert!(is_candidate_name(&name) && is_candidate_name(&name.to_uppercase()));
        assert_eq!(candidate_name([0; 16]), "00000000-0000-4000-8000-000000000000.local");
    }

    #[test]
    fn other_names_are_not_for_candidates() {
        let name = candidate_name([1; 16]);
        for other in [
            "",
            "printer.local",
            ".local",
            &name.replace('-', "a"),
            &name.replace(".local", ".example"),
            &name.replace(".local", ".a.local"),
            &format!("a.{name}"),
            &format!("{name}."),
            &name.replacen('0', "g", 1),
            "ééééééééééééééééééé.local",
        ] {
            assert!(!is_candidate_name(other), "{other}");
        }
    }
}
