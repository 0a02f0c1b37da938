//! Invitations as people pass them on.

use roomrtc_core::signaling::Token;

use super::SecretText;

/// An invitation as people pass it on: the link of the server's page, with the code where no server sees
/// it. The code never prints itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The server, `host:port`; `None` where only the code was given.
    pub server: Option<String>,
    /// With this code a guest enters.
    pub code: Token,
}

impl Invitation {
    /// What stands before the code.
    const FRAGMENT: &str = "#invitation=";

    /// Reads a link, or a code alone. None if it is neither.
    pub fn read(text: &SecretText) -> Option<Invitation> {
        let text = text.reveal().trim();
        let Some((link, code)) = text.split_once(Invitation::FRAGMENT) else {
            return Token::new(text).ok().map(|code| Invitation { server: None, code });
        };
        let host = link.strip_prefix("https://").unwrap_or(link);
        let host = host.split('/').next().filter(|host| !host.is_empty())?;
        // The port of https, where a link names none.
        let server = if host.contains(':') { host.to_owned() } else { format!("{host}:443") };
        Some(Invitation { server: Some(server), code: Token::new(code).ok()? })
    }

    /// The link to pass on.
    pub fn link(server: &str, code: &Token) -> SecretText {
        SecretText::new(format!("https://{server}/{}{}", Invitation::FRAGMENT, code.reveal()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Option<String>, String)> {
        let read = Invitation::read(&SecretText::new(text))?;
        Some((read.server, read.code.reveal().to_owned()))
    }

    #[test]
    fn a_link_is_read_back() {
        let code = Token::new("abc-_1").expect("a code");
        let link = Invitation::link("room:7000", &code);
        assert_eq!(link.reveal(), "https://room:7000/#invitation=abc-_1");
        let read = Invitation::read(&link).expect("an invitation");
        assert_eq!(read, Invitation { server: Some("room:7000".into()), code });
        assert!(!format!("{read:?}").contains("abc"));
    }

    #[test]
    fn a_code_alone_and_a_link_without_a_port_will_do() {
        assert_eq!(read(" abc \n"), Some((None, "abc".into())));
        let with = (Some("room.example:443".to_owned()), "x".to_owned());
        assert_eq!(read("https://room.example/#invitation=x"), Some(with));
    }

    #[test]
    fn anything_else_is_none() {
        for text in ["", "two words", "https://room:7000/", "#invitation=a", "x/#invitation="] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
