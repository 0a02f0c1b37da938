//! A DTLS record that was sent.

use super::{DtlsFragment, Flaw, fields};

/// A record of DTLS 1.2, RFC 6347 section 4.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DtlsRecord<'a> {
    /// The code point of its content type.
    pub content_type: u8,
    /// Its epoch: 0 in clear, 1 protected.
    pub epoch: u16,
    /// Its number in the epoch.
    pub sequence: u64,
    /// What it carries; protected in epoch 1.
    pub payload: &'a [u8],
}

impl<'a> DtlsRecord<'a> {
    /// ChangeCipherSpec.
    pub const CHANGE_CIPHER_SPEC: u8 = 20;
    /// An alert.
    pub const ALERT: u8 = 21;
    /// Handshake messages.
    pub const HANDSHAKE: u8 = 22;
    /// Application data.
    pub const APPLICATION_DATA: u8 = 23;

    /// Bytes of the header.
    pub(super) const HEADER: usize = 13;

    /// The least a protected record of AES-GCM carries: an explicit nonce and a tag.
    const LEAST_PROTECTED: usize = 24;

    /// Reads the record that `bytes` begins with.
    ///
    /// # Errors
    /// [`Flaw`] if it is none, or not as a sender is to write it.
    pub fn read(bytes: &'a [u8]) -> Result<DtlsRecord<'a>, Flaw> {
        let cut = Flaw("a DTLS record is cut off");
        let length = fields::short(bytes, 11).map(usize::from).ok_or(cut)?;
        let payload = bytes.get(Self::HEADER..Self::HEADER + length).ok_or(cut)?;
        let record = DtlsRecord {
            content_type: fields::byte(bytes, 0).ok_or(cut)?,
            epoch: fields::short(bytes, 3).ok_or(cut)?,
            sequence: fields::number(bytes, 5, 6).ok_or(cut)?,
            payload,
        };
        let version = fields::short(bytes, 1).ok_or(cut)?;
        record.check(version)?;
        Ok(record)
    }

    fn check(&self, version: u16) -> Result<(), Flaw> {
        if !matches!((version, self.epoch), (0xfefd, 0 | 1) | (0xfeff, 0)) {
            return Err(Flaw("a DTLS record has a wrong version or epoch"));
        }
        if self.epoch == 1 {
            return match self.payload.len() {
                length if length < Self::LEAST_PROTECTED => Err(Flaw("a DTLS record has no tag")),
                _ => Ok(()),
            };
        }
        match (self.content_type, self.payload.len()) {
            (Self::HANDSHAKE, _) => self.fragments().try_for_each(|fragment| fragment.map(|_| ())),
            (Self::CHANGE_CIPHER_SPEC, 1) | (Self::ALERT, 2) => Ok(()),
            (Self::APPLICATION_DATA, _) => Err(Flaw("application data goes out in clear")),
            _ => Err(Flaw("a DTLS record is of no known kind")),
        }
    }

    /// The fragments of a handshake record in clear. Ends behind the first that is malformed.
    pub fn fragments(&self) -> impl Iterator<Item = Result<DtlsFragment, Flaw>> + use<'a> {
        let mut rest = self.payload;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let read = DtlsFragment::read(rest);
            rest = match read {
                Ok(fragment) => rest.get(DtlsFragment::HEADER + fragment.length..)?,
                Err(_) => &[],
            };
            Some(read)
        })
    }
}
