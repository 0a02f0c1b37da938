//! Which passwords users may have.

use roomrtc_core::signaling::Password;
use roomrtc_core::signaling::limits::{MAX_PASSWORD, MIN_PASSWORD};

/// Whether `password` may be a user's: at least [`MIN_PASSWORD`] characters, and at most
/// [`MAX_PASSWORD`] bytes.
pub fn is_valid(password: &Password) -> bool {
    let text = password.reveal();
    text.len() <= MAX_PASSWORD && text.chars().count() >= MIN_PASSWORD
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_at_one_end_and_bytes_at_the_other() {
        let is_valid = |text: &str| is_valid(&Password::new(text));
        assert!(is_valid(&"é".repeat(MIN_PASSWORD)) && !is_valid(&"é".repeat(MIN_PASSWORD - 1)));
        assert!(is_valid(&"é".repeat(MAX_PASSWORD / 2)) && !is_valid(&"é".repeat(MAX_PASSWORD)));
    }
}
