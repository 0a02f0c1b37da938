//! Percent-escapes, so that any text can be a value.

use super::MessageError;

/// Whether this character may only stand escaped: the three of the grammar, control characters
/// (CR, LF and NEL among them), and Unicode's line and paragraph separators.
pub(super) fn must_be_escaped(c: char) -> bool {
    matches!(c, '|' | '=' | '%' | '\u{2028}' | '\u{2029}') || c.is_control()
}

/// Whether this byte of UTF-8 is a character that must be escaped, or begins one that may have to be:
/// U+0080 to U+00BF begin with 0xC2, U+2000 to U+2FFF with 0xE2.
const fn may_begin_special(byte: u8) -> bool {
    (byte < 0x20)
        | (byte == 0x7f)
        | (byte == b'|')
        | (byte == b'=')
        | (byte == b'%')
        | (byte == 0xc2)
        | (byte == 0xe2)
}

/// Where the first character stands that may have to be escaped. Nearly all of a description has
/// none, so it is looked at in pieces that a processor compares at once.
fn find_special(text: &str) -> Option<usize> {
    let (pieces, _) = text.as_bytes().as_chunks::<16>();
    let is_plain = |piece: &&[u8; 16]| {
        !piece.iter().fold(false, |found, byte| found | may_begin_special(*byte))
    };
    let plain = 16 * pieces.iter().take_while(is_plain).count();
    let rest = text.as_bytes()[plain..].iter();
    rest.copied().position(may_begin_special).map(|place| plain + place)
}

/// The first character of a raw value, other than `%`, that must not stand there.
pub(super) fn find_unescaped(raw: &str) -> Option<char> {
    let mut rest = raw;
    while let Some(found) = find_special(rest) {
        let mut characters = rest[found..].chars();
        match characters.next() {
            Some(c) if c != '%' && must_be_escaped(c) => return Some(c),
            _ => rest = characters.as_str(),
        }
    }
    None
}

/// Appends `text` with everything escaped that has to be, byte by byte of its UTF-8 form.
pub(super) fn escape(text: &str, output: &mut Vec<u8>) {
    // Room for a line end every 32 bytes, so that it seldom has to grow on the way.
    output.reserve(text.len() + text.len() / 8);
    let mut rest = text;
    while let Some(found) = find_special(rest) {
        let (plain, from_found) = rest.split_at(found);
        output.extend_from_slice(plain.as_bytes());
        let is_special = from_found.starts_with(must_be_escaped);
        let length = from_found.chars().next().map_or(0, char::len_utf8);
        let (special, behind) = from_found.split_at(length);
        for byte in special.bytes() {
            match is_special {
                true => {
                    output.extend_from_slice(&[b'%', hex_digit(byte >> 4), hex_digit(byte & 15)])
                }
                false => output.push(byte),
            }
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
    fn what_has_to_be_escaped_is_found_wherever_it_stands() {
        let all = (0..=0xffff).chain([0x1f600, 0x10ffff]).filter_map(char::from_u32);
        for c in all {
            assert!(find_special(&c.to_string()).is_some() || !must_be_escaped(c), "{c:?}");
            let place = c as usize % 40;
            let text = format!("{}{c}{}", "é".repeat(place), "x".repeat(20));
            assert_eq!(unescape(&escaped(&text)), Ok(text.clone()), "{c:?}");
            let expected = (must_be_escaped(c) && c != '%').then_some(c);
            assert_eq!(find_unescaped(&format!("%41%{text}")), expected, "{c:?}");
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
