//! Asking for a password.

use std::io::{self, BufRead, IsTerminal};

use roomrtc_core::signaling::Password;
use roomrtc_core::signaling::limits::MAX_PASSWORD;

use super::program_error::ProgramError;

/// The password for `user`: typed twice at a terminal, without echo, or the first line of standard
/// input where that is no terminal.
pub(crate) fn read(user: &str) -> Result<Password, ProgramError> {
    if !io::stdin().is_terminal() {
        return first_line(io::stdin().lock());
    }
    let ask = |prompt| rpassword::prompt_password(prompt).map_err(ProgramError::Password);
    let password = ask(format!("Password for {user}: "))?;
    if ask("The same again: ".to_owned())? != password {
        return Err(ProgramError::PasswordsDiffer);
    }
    Ok(Password::new(password))
}

/// The first line of `input`, of which no more is read than a password can have.
fn first_line(input: impl BufRead) -> Result<Password, ProgramError> {
    let mut line = String::new();
    let limit = MAX_PASSWORD as u64 + 2;
    input.take(limit).read_line(&mut line).map_err(ProgramError::Password)?;
    let text = line.strip_suffix('\n').unwrap_or(&line);
    Ok(Password::new(text.strip_suffix('\r').unwrap_or(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_is_the_password_without_its_end() {
        for input in ["correct horse", "correct horse\n", "correct horse\r\nmore\n"] {
            let password = first_line(input.as_bytes()).expect("read");
            assert_eq!(password.reveal(), "correct horse");
        }
        assert!(first_line(&[0xff, b'\n'][..]).is_err());
    }

    #[test]
    fn what_is_too_long_stays_too_long() {
        let input = "x".repeat(10_000);
        let password = first_line(input.as_bytes()).expect("read");
        assert!(password.reveal().len() > MAX_PASSWORD);
    }
}
