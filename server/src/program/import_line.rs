//! A line of the file that is imported.

use roomrtc_core::signaling::Credentials;
use roomrtc_core::signaling::limits::{MAX_PASSWORD, MIN_PASSWORD};
use roomrtc_server::hub::is_valid_user_name;

use super::skip_reason::SkipReason;

/// The longest line that is read, in bytes.
pub(crate) const MAX_LINE: usize = 4096;

/// What the line of this number, counted from one, says: `None` where there is nothing in it.
pub(crate) fn read(
    number: u64,
    line: &[u8],
    allow_short_passwords: bool,
) -> Result<Option<Credentials>, SkipReason> {
    if line.len() > MAX_LINE {
        return Err(SkipReason::TooLong);
    }
    let line = std::str::from_utf8(line).map_err(|_| SkipReason::NotUtf8)?;
    let line = if number == 1 { line.strip_prefix('\u{feff}').unwrap_or(line) } else { line };
    let line = line.strip_suffix('\n').unwrap_or(line);
    let line = line.strip_suffix('\r').unwrap_or(line);
    if line.is_empty() {
        return Ok(None);
    }
    if number == 1 && line.eq_ignore_ascii_case("username,password") {
        return Err(SkipReason::Heading);
    }
    let (name, password) = line.split_once(',').ok_or(SkipReason::NoComma)?;
    if !is_valid_user_name(name) {
        return Err(SkipReason::UserNameInvalid);
    }
    check_password(password, allow_short_passwords)?;
    Ok(Some(Credentials::new(name, password)))
}

fn check_password(password: &str, allow_short_passwords: bool) -> Result<(), SkipReason> {
    if password.is_empty() {
        return Err(SkipReason::PasswordEmpty);
    }
    if password.len() > MAX_PASSWORD {
        return Err(SkipReason::PasswordTooLong);
    }
    if !allow_short_passwords && password.chars().count() < MIN_PASSWORD {
        return Err(SkipReason::PasswordTooShort);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_name_a_comma_and_a_password() {
        let lines = [
            ("alice,correct horse\n", "correct horse"),
            ("alice,correct horse\r\n", "correct horse"),
            ("\u{feff}alice,correct horse", "correct horse"),
            ("alice,with, commas, \n", "with, commas, "),
        ];
        for (line, password) in lines {
            let read = read(1, line.as_bytes(), false).expect("read").expect("a user");
            assert_eq!(read, Credentials::new("alice", password), "{line}");
        }
        assert_eq!(read(2, b"\n", false), Ok(None));
    }

    #[test]
    fn what_cannot_be_a_user_is_skipped_for_a_reason() {
        let long = format!("alice,{}", "x".repeat(257));
        let longer = format!("alice,{}", "x".repeat(MAX_LINE));
        let lines: [(&[u8], SkipReason); 9] = [
            (b"Username,Password", SkipReason::Heading),
            (b"correct horse", SkipReason::NoComma),
            (b"not a name,correct horse", SkipReason::UserNameInvalid),
            (b"guest-abc,correct horse", SkipReason::UserNameInvalid),
            (b"alice,", SkipReason::PasswordEmpty),
            (b"alice,1234567", SkipReason::PasswordTooShort),
            (b"alice,\xff\xff\xff\xff\xff\xff\xff\xff", SkipReason::NotUtf8),
            (long.as_bytes(), SkipReason::PasswordTooLong),
            (longer.as_bytes(), SkipReason::TooLong),
        ];
        for (line, reason) in lines {
            assert_eq!(read(1, line, false), Err(reason), "{}", String::from_utf8_lossy(line));
        }
        assert!(read(1, b"alice,1234567", true).is_ok_and(|user| user.is_some()));
        assert!(read(2, b"username,password", false).is_ok_and(|user| user.is_some()));
    }
}
