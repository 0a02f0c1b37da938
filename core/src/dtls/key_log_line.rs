//! The secret of an association, for programs that read captures.

use std::fmt;

/// What makes a capture of an association readable: whoever has it can read and forge everything.
///
/// Its text is a line of the key log format that TLS implementations share (`SSLKEYLOGFILE`).
#[derive(Clone, PartialEq, Eq)]
pub struct KeyLogLine {
    /// The random of the ClientHello, RFC 5246 section 7.4.1.2.
    pub client_random: [u8; 32],
    /// The master secret, RFC 5246 section 8.1.
    pub master_secret: [u8; 48],
}

impl fmt::Display for KeyLogLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CLIENT_RANDOM ")?;
        self.client_random.iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
        f.write_str(" ")?;
        self.master_secret.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for KeyLogLine {
    /// Never prints the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyLogLine(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_a_line_of_a_key_log() {
        let line = KeyLogLine { client_random: [0xab; 32], master_secret: [0x01; 48] };
        let expected = format!("CLIENT_RANDOM {} {}", "ab".repeat(32), "01".repeat(48));
        assert_eq!(line.to_string(), expected);
        assert_eq!(format!("{line:?}"), "KeyLogLine(..)");
    }
}
