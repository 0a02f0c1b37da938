//! What a connection speaks, by its first byte.

/// What the first byte of a connection, or of what TLS carries, says of the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Opening {
    /// A TLS handshake record, RFC 8446 section 5.1.
    Tls,
    /// An HTTP request: its method is letters.
    Http,
    /// Frames of the signalling protocol, which begin with a digit. Whatever is neither of the
    /// others counts as a broken frame.
    Frames,
}

impl Opening {
    /// What begins with this byte.
    pub const fn of(first: u8) -> Opening {
        match first {
            0x16 => Opening::Tls,
            b'A'..=b'Z' | b'a'..=b'z' => Opening::Http,
            _ => Opening::Frames,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_protocol_has_its_first_bytes() {
        assert_eq!(Opening::of(0x16), Opening::Tls);
        for first in b"GHPgz" {
            assert_eq!(Opening::of(*first), Opening::Http);
        }
        for first in b"0129\n\x00\x15\x17\x80\xff" {
            assert_eq!(Opening::of(*first), Opening::Frames);
        }
    }
}
