//! What can be said of a form before the server is asked.

use roomrtc_core::signaling::limits::{MAX_GUEST_NAME, MAX_PASSWORD, MIN_PASSWORD};
use roomrtc_core::signaling::{Credentials, Password};
use roomrtc_server::hub::is_valid_user_name;

use super::Problem;

/// The port that servers listen on where nothing else is said.
const PORT: u16 = 7000;

/// A server's address as `host:port`; the port may be left out.
pub(super) fn server(text: &str) -> Result<String, Problem> {
    let text = text.trim();
    let text = text.strip_prefix("https://").unwrap_or(text).trim_end_matches('/');
    if text.is_empty() {
        return Err(Problem::ServerMissing);
    }
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) if !host.contains(':') || host.ends_with(']') => (host, Some(port)),
        Some(_) if !text.starts_with('[') => return Err(Problem::ServerUnreadable),
        _ => (text, None),
    };
    let is_strange = |c: char| c.is_whitespace() || c.is_control() || "/@?#".contains(c);
    if host.is_empty() || host.contains(is_strange) {
        return Err(Problem::ServerUnreadable);
    }
    let port = port.map_or(Ok(PORT), str::parse).map_err(|_| Problem::ServerUnreadable)?;
    match port {
        0 => Err(Problem::ServerUnreadable),
        port => Ok(format!("{host}:{port}")),
    }
}

/// What one signs in with: whether it fits is for the server to say.
pub(super) fn credentials(user: &str, password: &Password) -> Result<Credentials, Problem> {
    let user = user.trim();
    if user.is_empty() {
        return Err(Problem::UserMissing);
    }
    if password.reveal().is_empty() {
        return Err(Problem::PasswordMissing);
    }
    Ok(Credentials { user: user.to_owned(), password: password.clone() })
}

/// What an account is made with.
pub(super) fn new_credentials(
    user: &str,
    password: &Password,
    repeated: &Password,
) -> Result<Credentials, Problem> {
    let credentials = credentials(user, password)?;
    if !is_valid_user_name(&credentials.user) {
        return Err(Problem::UserInvalid);
    }
    new_password(password, repeated)?;
    Ok(credentials)
}

/// A password that is to be used from now on, and the same once more.
pub(super) fn new_password(password: &Password, repeated: &Password) -> Result<(), Problem> {
    let text = password.reveal();
    if text.chars().count() < MIN_PASSWORD {
        return Err(Problem::PasswordTooShort { least: MIN_PASSWORD });
    }
    if text.len() > MAX_PASSWORD {
        return Err(Problem::PasswordTooLong);
    }
    if password != repeated {
        return Err(Problem::PasswordsDiffer);
    }
    Ok(())
}

/// The name that a guest goes by.
pub(super) fn guest_name(name: &str) -> Result<String, Problem> {
    match name.trim() {
        "" => Err(Problem::GuestNameMissing),
        name if name.len() > MAX_GUEST_NAME => Err(Problem::GuestNameTooLong),
        name => Ok(name.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_a_host_and_may_be_a_port() {
        for (text, expected) in [
            ("room.example", "room.example:7000"),
            (" room.example:443 ", "room.example:443"),
            ("https://room.example:1/", "room.example:1"),
            ("192.0.2.1", "192.0.2.1:7000"),
            ("[::1]", "[::1]:7000"),
            ("[::1]:5", "[::1]:5"),
        ] {
            assert_eq!(server(text).as_deref(), Ok(expected), "{text}");
        }
        assert_eq!(server("  "), Err(Problem::ServerMissing));
        for text in ["a b", ":5", "room:", "room:0", "room:70000", "room:x", "a/b", "::1", "u@h"] {
            assert_eq!(server(text), Err(Problem::ServerUnreadable), "{text}");
        }
    }

    #[test]
    fn a_new_account_needs_a_good_name_and_a_password_twice() {
        let check = |user, one: &str, two: &str| {
            new_credentials(user, &Password::new(one), &Password::new(two)).map(|made| made.user)
        };
        assert_eq!(check(" alice ", "12345678", "12345678").as_deref(), Ok("alice"));
        assert_eq!(check("", "12345678", "12345678"), Err(Problem::UserMissing));
        assert_eq!(check("a b", "12345678", "12345678"), Err(Problem::UserInvalid));
        assert_eq!(check("guest-a", "12345678", "12345678"), Err(Problem::UserInvalid));
        assert_eq!(check("a", "", ""), Err(Problem::PasswordMissing));
        assert_eq!(check("a", "1234567", "1234567"), Err(Problem::PasswordTooShort { least: 8 }));
        let long = "x".repeat(257);
        assert_eq!(check("a", &long, &long), Err(Problem::PasswordTooLong));
        assert_eq!(check("a", "12345678", "12345679"), Err(Problem::PasswordsDiffer));
    }

    #[test]
    fn a_guest_has_a_name() {
        assert_eq!(guest_name(" Ann "), Ok("Ann".into()));
        assert_eq!(guest_name(" "), Err(Problem::GuestNameMissing));
        assert_eq!(guest_name(&"x".repeat(65)), Err(Problem::GuestNameTooLong));
    }
}
