//! Reading a description: one pass over the text.

use super::{MediaDescription, Origin, ParseError, SessionDescription};

/// What a description begins with, RFC 8866 section 5.
const FIRST: [&str; 3] = ["v=0", "o=", "s="];

pub(super) fn parse(text: &str) -> Result<SessionDescription, ParseError> {
    if text.len() > SessionDescription::MAXIMUM_LENGTH {
        return Err(ParseError::TooLong);
    }
    let mut description = SessionDescription::with_capacity(text.len() + 2);
    let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    let mut last = 0;
    for (index, line) in lines.enumerate().filter(|(_, line)| !line.is_empty()) {
        last = index + 1;
        check(&description, last, line)?;
        description.push(line);
    }
    match FIRST.get(description.line_count()) {
        Some(expected) => Err(ParseError::Expected { line: last + 1, expected }),
        None => Ok(description),
    }
}

fn check(description: &SessionDescription, number: usize, line: &str) -> Result<(), ParseError> {
    if description.line_count() == SessionDescription::MAXIMUM_LINES {
        return Err(ParseError::TooManyLines);
    }
    let bytes = line.as_bytes();
    if !bytes.first().is_some_and(u8::is_ascii_alphabetic) || bytes.get(1) != Some(&b'=') {
        return Err(ParseError::NotALine { line: number });
    }
    if bytes.iter().any(|byte| matches!(byte, b'\r' | b'\0')) {
        return Err(ParseError::ControlCharacter { line: number });
    }
    check_beginning(description.line_count(), number, line)?;
    check_media(description, number, line)
}

fn check_beginning(count: usize, number: usize, line: &str) -> Result<(), ParseError> {
    let Some(expected) = FIRST.get(count) else {
        return Ok(());
    };
    if !line.starts_with(expected) || (count == 0 && line.trim_ascii_end() != *expected) {
        return Err(ParseError::Expected { line: number, expected });
    }
    if count == 1 && Origin::parse(&line[2..]).is_none() {
        return Err(ParseError::Origin { line: number });
    }
    Ok(())
}

fn check_media(
    description: &SessionDescription,
    number: usize,
    line: &str,
) -> Result<(), ParseError> {
    let Some(value) = line.strip_prefix("m=") else {
        return Ok(());
    };
    if description.media().len() == SessionDescription::MAXIMUM_SECTIONS {
        return Err(ParseError::TooManySections);
    }
    match MediaDescription::is_media_line(value) {
        true => Ok(()),
        false => Err(ParseError::Media { line: number }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &str = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\n";

    fn why(text: &str) -> String {
        text.parse::<SessionDescription>().expect_err(text).to_string()
    }

    #[test]
    fn refusals_name_the_line() {
        assert_eq!(why(""), "line 1: expected \"v=0\"");
        assert_eq!(why("v=1\r\n"), "line 1: expected \"v=0\"");
        assert_eq!(why("v=0\n\ns=-\n"), "line 3: expected \"o=\"");
        assert_eq!(why("v=0\no=- 1 1 IN IP4 0.0.0.0"), "line 3: expected \"s=\"");
        assert_eq!(why("v=0\no=- 1 1 IN IP4\n"), "line 2: the o= line is malformed");
        assert_eq!(why(&format!("{START}hello\r\n")), "line 4: expected a letter and \"=\"");
        assert_eq!(why(&format!("{START} a=x")), "line 4: expected a letter and \"=\"");
        assert_eq!(why(&format!("{START}m=video 9")), "line 4: the m= line is malformed");
        assert_eq!(why(&format!("{START}m=video 70000 X 9")), "line 4: the m= line is malformed");
        let inside = "line 4: a carriage return or NUL inside the line";
        assert_eq!(why(&format!("{START}a=x\ry\r\n")), inside);
        assert_eq!(why(&format!("{START}a=x\0y\r\n")), inside);
    }

    #[test]
    fn size_is_bounded() {
        let long = format!("{START}a={}", "x".repeat(SessionDescription::MAXIMUM_LENGTH));
        assert_eq!(why(&long), "it is longer than 262144 bytes");
        assert_eq!(
            why(&format!("{START}{}", "a=x\n".repeat(9_000))),
            "it has more than 8192 lines"
        );
        let sections = format!("{START}{}", "m=video 0 X 9\n".repeat(257));
        assert_eq!(why(&sections), "it has more than 256 media sections");
    }

    #[test]
    fn line_ends_become_crlf_and_empty_lines_go() {
        let text = "v=0\no=- 1 1 IN IP4 0.0.0.0\ns=-\n\na=x \n\n";
        let description: SessionDescription = text.parse().expect("a description");
        assert_eq!(description.as_str(), format!("{START}a=x \r\n"));
        assert_eq!(description.line_count(), 4);
    }
}
