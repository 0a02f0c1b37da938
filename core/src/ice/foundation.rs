//! Foundations.

use std::fmt;

/// The foundation of a candidate, RFC 8445 section 5.1.1.3: 1 to 32 printable characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Foundation {
    length: u8,
    text: [u8; 32],
}

impl Foundation {
    /// A foundation of our own: a number.
    pub(super) fn number(number: u32) -> Foundation {
        let mut foundation = Foundation { length: 0, text: [0; 32] };
        let digits = number.checked_ilog10().unwrap_or(0) + 1;
        for place in (0..digits).rev() {
            let digit = number / 10_u32.pow(place) % 10;
            foundation.text[usize::from(foundation.length)] = b'0' + digit as u8;
            foundation.length += 1;
        }
        foundation
    }

    /// Reads a peer's. More characters are tolerated than RFC 8839 section 5.1 allows.
    pub fn parse(text: &str) -> Option<Foundation> {
        let mut foundation = Foundation { length: text.len().try_into().ok()?, text: [0; 32] };
        foundation.text.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        let is_printable = text.bytes().all(|byte| byte.is_ascii_graphic());
        (is_printable && !text.is_empty()).then_some(foundation)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        let bytes = self.text.get(..usize::from(self.length)).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

impl fmt::Debug for Foundation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_texts() {
        assert_eq!(Foundation::number(0).as_str(), "0");
        assert_eq!(Foundation::number(4_294_967_295).as_str(), "4294967295");
        assert_eq!(Foundation::parse("107"), Some(Foundation::number(107)));
        assert_eq!(Foundation::parse(""), None);
        assert_eq!(Foundation::parse("a b"), None);
        assert_eq!(Foundation::parse(&"x".repeat(33)), None);
        assert!(Foundation::parse(&"x".repeat(32)).is_some());
    }
}
