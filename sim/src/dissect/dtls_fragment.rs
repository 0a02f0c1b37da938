//! A piece of a DTLS handshake message.

use super::{Flaw, fields};

/// The header of a fragment of a handshake message, RFC 6347 section 4.2.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DtlsFragment {
    /// The code point of the message's type.
    pub kind: u8,
    /// The number of the message.
    pub message: u16,
    /// Where in the message the piece begins, in bytes.
    pub offset: usize,
    /// Bytes of the piece.
    pub length: usize,
    /// Bytes of the whole message.
    pub whole: usize,
}

impl DtlsFragment {
    /// ClientHello.
    pub const CLIENT_HELLO: u8 = 1;
    /// ServerHello.
    pub const SERVER_HELLO: u8 = 2;
    /// HelloVerifyRequest.
    pub const HELLO_VERIFY_REQUEST: u8 = 3;

    /// Bytes of the header.
    pub(super) const HEADER: usize = 12;

    /// The code points of DTLS 1.2 that an endpoint sends in clear.
    const KINDS: [u8; 9] = [1, 2, 3, 11, 12, 13, 14, 15, 16];

    /// Reads the fragment that `bytes` begins with.
    ///
    /// # Errors
    /// [`Flaw`] if it is none, or goes past the end of its message or of the record.
    pub fn read(bytes: &[u8]) -> Result<DtlsFragment, Flaw> {
        let cut = Flaw("a handshake fragment is cut off");
        let size = |place| fields::number(bytes, place, 3).map(|number| number as usize);
        let fragment = DtlsFragment {
            kind: fields::byte(bytes, 0).ok_or(cut)?,
            whole: size(1).ok_or(cut)?,
            message: fields::short(bytes, 4).ok_or(cut)?,
            offset: size(6).ok_or(cut)?,
            length: size(9).ok_or(cut)?,
        };
        if bytes.len() < Self::HEADER + fragment.length {
            return Err(cut);
        }
        if fragment.offset + fragment.length > fragment.whole {
            return Err(Flaw("a handshake fragment goes past the end of its message"));
        }
        if fragment.length == 0 && fragment.whole > 0 {
            return Err(Flaw("a handshake fragment is empty"));
        }
        if !Self::KINDS.contains(&fragment.kind) {
            return Err(Flaw("a handshake message in clear is of no known kind"));
        }
        Ok(fragment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_stays_within_its_message() {
        let mut bytes = vec![11, 0, 0, 10, 0, 2, 0, 0, 6, 0, 0, 4, 1, 2, 3, 4];
        let fragment = DtlsFragment::read(&bytes).expect("a fragment");
        assert_eq!((fragment.message, fragment.offset, fragment.length), (2, 6, 4));
        bytes[8] = 7;
        assert!(DtlsFragment::read(&bytes).is_err());
        assert!(DtlsFragment::read(&bytes[..15]).is_err());
    }
}
