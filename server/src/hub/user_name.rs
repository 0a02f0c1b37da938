//! The grammar of user names.

use roomrtc_core::signaling::limits::{GUEST_PREFIX, MAX_USER_NAME};

/// Whether `name` may be a user's: 1 to 32 ASCII letters, digits, `.`, `_` and `-`, of which the
/// first is a letter or a digit; and not as guests' names are, in any case.
///
/// So no name looks like another, breaks a line of a log, or needs escaping.
pub fn is_valid(name: &str) -> bool {
    let first = name.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric());
    let all = name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
    first && all && name.len() <= MAX_USER_NAME && !is_guests(name)
}

fn is_guests(name: &str) -> bool {
    let prefix = name.get(..GUEST_PREFIX.len());
    prefix.is_some_and(|prefix| prefix.eq_ignore_ascii_case(GUEST_PREFIX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_grammar() {
        for good in ["a", "Alice", "bob.smith_2-x", "7", "guest", &"x".repeat(32)] {
            assert!(is_valid(good), "{good}");
        }
        assert!(!is_valid("guest-a") && !is_valid("Guest-"));
        let long = "x".repeat(33);
        for bad in ["", ".a", "-a", "a b", "a|b", "a=b", "a:b", "é", "a\n", "a\u{202e}b", &long] {
            assert!(!is_valid(bad), "{bad}");
        }
    }
}
