//! What all clients have in common.

/// Bytes of a description.
const LENGTH: usize = 3_000;

/// The name of the user of this number.
pub fn user_name(number: u32) -> String {
    format!("u{number:05}")
}

/// The number of the user of this name.
pub(super) fn user_number(name: &[u8]) -> Option<u32> {
    let digits = name.strip_prefix(b"u").filter(|digits| !digits.is_empty())?;
    digits.iter().try_fold(0u32, |number, digit| {
        let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

/// A description of 3,000 bytes: a session with a video section and its candidates.
pub fn description() -> String {
    let mut text = "v=0\r\no=- 4611731400430051336 2 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n\
                    m=video 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\na=rtcp-mux\r\n"
        .to_owned();
    for number in 0.. {
        let port = 40_000 + number;
        let line = format!("a=candidate:{number} 1 udp 2130706431 192.0.2.7 {port} typ host\r\n");
        if text.len() + line.len() > LENGTH - 4 {
            break;
        }
        text.push_str(&line);
    }
    let filler = LENGTH - text.len() - 4;
    text.push_str("a=");
    text.extend(std::iter::repeat_n('x', filler));
    text.push_str("\r\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_stand_for_each_other() {
        for number in [0, 7, 99_999, 123_456] {
            assert_eq!(user_number(user_name(number).as_bytes()), Some(number));
        }
        assert_eq!(user_number(b"u"), None);
        assert_eq!(user_number(b"u12x"), None);
    }

    #[test]
    fn a_description_has_its_length() {
        assert_eq!(description().len(), LENGTH);
        assert!(description().ends_with("x\r\n"));
    }
}
