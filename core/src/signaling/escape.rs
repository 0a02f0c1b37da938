//! Percent-escapes, so that any text can be a value.

use super::MessageError;

/// Whether this character may only stand escaped: the three of the grammar, control characters
/// (CR, LF and NEL among them), and Unicode's line and paragraph separators.
pub(super) fn must_be_escaped(c: char) -> bool {
    matches!(c, '|' | '=' | '%' | '\u{2028}' | '\u{2029}') || c.is_control()
}

/// Appends `text` with everything escaped that has to be, byte by byte of its UTF-8 form.
pub(super) fn escape(text: &str, output: &mut Vec<u8>) {
    let mut rest = text;
    while let Some(found) = rest.find(must_be_escaped) {
        let (plain, from_found) = rest.split_at(found);
        output.extend_from_slice(plain.as_bytes());
        let length = from_found.chars().next().map_or(0, char::len_utf8);
        let (special, behind) = from_found.split_at(length);
        for byte in special.bytes() {
            output.extend_from_slice(&[b'%', hex_digit(byte >> 4), hex_digit(byte & 15)]);
        }
        rest = behind;
    }
    output.extend_from_slice(rest.as_bytes());
}

/// The text that `raw` stands for. Hexadecimal digits may be of either case.
pub(super) fn unescape(raw: &str) -> Result<String, MessageError> {
    let mut pieces = raw.split('%');
    let mut bytes = Vec::with_capacity(raw.len());
    bytes.extend_from_slice(pieces.next().unwrap_or_default().as_bytes());
    for piece in pieces {
        let (digits, plain) =
            piece.as_bytes().split_at_checked(2).ok_or(MessageError::BrokenEscape)?;
        bytes.push(value(digits[0])? << 4 | value(digits[1])?);
        bytes.extend_from_slice(plain);
    }
    String::from_utf8(bytes).map_err(|_| MessageError::BrokenEscape)
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
