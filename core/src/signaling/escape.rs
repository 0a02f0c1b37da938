//! Percent-escapes, so that any text can be a value.

use super::MessageError;
use super::special_places::SpecialPlaces;

/// Whether this character may only stand escaped: the three of the grammar, control characters
/// (CR, LF and NEL among them), and Unicode's line and paragraph separators.
fn must_be_escaped(c: char) -> bool {
    matches!(c, '|' | '=' | '%' | '\u{2028}' | '\u{2029}') || c.is_control()
}

/// Appends `text` with everything escaped that has to be, byte by byte of its UTF-8 form.
pub(super) fn escape(text: &str, output: &mut Vec<u8>) {
    // Room for a line end every 32 bytes, so that it seldom has to grow on the way.
    output.reserve(text.len() + text.len() / 8);
    let mut copied = 0;
    for place in SpecialPlaces::new(text) {
        let Some(c) = special_at(text, place) else {
            continue;
        };
        output.extend_from_slice(&text.as_bytes()[copied..place]);
        copied = place + c.len_utf8();
        for byte in &text.as_bytes()[place..copied] {
            output.extend_from_slice(&[b'%', hex_digit(byte >> 4), hex_digit(byte & 15)]);
        }
    }
    output.extend_from_slice(&text.as_bytes()[copied..]);
}

/// The character at this place of [`SpecialPlaces`], if it must be escaped.
pub(super) fn special_at(text: &str, place: usize) -> Option<char> {
    text.get(place..)?.chars().next().filter(|c| must_be_escaped(*c))
}

/// The text that `raw` stands for. Hexadecimal digits may be of either case.
pub(super) fn unescape(raw: &str) -> Result<String, MessageError> {
    let bytes = raw.as_bytes();
    let mut text = Vec::with_capacity(raw.len());
    let mut copied = 0;
    for place in SpecialPlaces::new(raw).filter(|place| bytes[*place] == b'%') {
        let [high, low] = *bytes[place + 1..].first_chunk().ok_or(MessageError::BrokenEscape)?;
        // Digits are no special characters, so that every place is behind what is copied.
        let byte = value(high)? << 4 | value(low)?;
        text.extend_from_slice(&bytes[copied..place]);
        text.push(byte);
        copied = place + 3;
    }
    text.extend_from_slice(&bytes[copied..]);
    String::from_utf8(text).map_err(|_| MessageError::BrokenEscape)
}

const fn hex_digit(value: u8) -> u8 {
    match value {
        0..=9 => b'0' + value,
        _ => b'A' + value - 10,
    }
}

fn value(digit: u8) -> Result<u8, MessageError> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'A'..=b'F' => Ok(digit - b'A' + 10),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        _ => Err(MessageError::BrokenEscape),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut output = Vec::new();
        escape(text, &mut output);
        String::from_utf8(output).expect("escaping keeps UTF-8")
    }

    #[test]
    fn what_has_a_meaning_is_escaped_and_nothing_else() {
        assert_eq!(escaped("a|b=c%d\r\n;:, é"), "a%7Cb%3Dc%25d%0D%0A;:, é");
        assert_eq!(escaped("\u{85}\u{2028}\0\u{7f}"), "%C2%85%E2%80%A8%00%7F");
    }

    #[test]
    fn what_has_to_be_escaped_is_found_wherever_it_stands() {
        let all = (0..=0xffff).chain([0x1f600, 0x10ffff]).filter_map(char::from_u32);
        for c in all {
            let is_found = SpecialPlaces::new(&c.to_string()).next() == Some(0);
            assert!(is_found || !must_be_escaped(c), "{c:?}");
            let place = c as usize % 40;
            let text = format!("{}{c}{}", "é".repeat(place), "x".repeat(20));
            assert_eq!(unescape(&escaped(&text)), Ok(text.clone()), "{c:?}");
            assert_eq!(escaped(&text).len() > text.len(), must_be_escaped(c), "{c:?}");
        }
    }

    #[test]
    fn escapes_of_either_case_are_read() {
        assert_eq!(unescape("a%7cb%7Cé%C3%a9"), Ok("a|b|éé".to_owned()));
    }

    #[test]
    fn broken_escapes_are_refused() {
        for raw in ["%", "%4", "a%4", "%4g", "%+1", "%é", "%C3", "%C3x", "%%41"] {
            assert_eq!(unescape(raw), Err(MessageError::BrokenEscape), "{raw}");
        }
    }
}
