//! Reading a message.

use std::net::SocketAddr;

use subtle::ConstantTimeEq;

use super::address;
use super::fingerprint::fingerprint;
use super::integrity::integrity;
use super::{
    Attribute, AttributeType, Attributes, ErrorCode, HEADER_LENGTH, IntegrityError, MAGIC_COOKIE,
    MessageClass, Method, ParseError, TransactionId,
};
use crate::crypto::HmacKey;
use crate::wire::ByteReader;

/// A received message, borrowed from its datagram.
///
/// Only the attributes before MESSAGE-INTEGRITY (and FINGERPRINT) are ever seen: what stands
/// behind is not authentic, RFC 8489 section 14.5. Of attributes that occur twice, the first
/// counts.
#[derive(Clone, Copy, Debug)]
pub struct Message<'a> {
    bytes: &'a [u8],
    class: MessageClass,
    method: Method,
    transaction_id: TransactionId,
    /// Where the attributes end that count.
    end: usize,
    has_integrity: bool,
    has_fingerprint: bool,
}

impl<'a> Message<'a> {
    /// Reads a datagram that is one whole message. A FINGERPRINT, if there is one, must fit.
    ///
    /// # Errors
    /// [`ParseError`] if it is not one.
    pub fn parse(bytes: &'a [u8]) -> Result<Message<'a>, ParseError> {
        let mut reader = ByteReader::new(bytes);
        let (message_type, length) = (reader.u16()?, reader.u16()?);
        if message_type & 0xc000 != 0 || reader.u32()? != MAGIC_COOKIE {
            return Err(ParseError::NotStun);
        }
        let transaction_id = TransactionId(reader.array()?);
        if usize::from(length) != reader.remaining() || length & 3 != 0 {
            return Err(ParseError::Length);
        }
        let (class, method) = MessageClass::split(message_type);
        let mut message = Message {
            bytes,
            class,
            method,
            transaction_id,
            end: bytes.len(),
            has_integrity: false,
            has_fingerprint: false,
        };
        message.scan()?;
        Ok(message)
    }

    /// Walks all attributes once: their lengths, and where integrity and fingerprint stand.
    fn scan(&mut self) -> Result<(), ParseError> {
        let mut attributes = Attributes::new(&self.bytes[HEADER_LENGTH..]);
        let mut start = HEADER_LENGTH;
        while let Some(attribute) = attributes.next() {
            match attribute.kind {
                AttributeType::MESSAGE_INTEGRITY if attribute.value.len() != 20 => {
                    return Err(ParseError::Attribute);
                }
                AttributeType::MESSAGE_INTEGRITY if !self.has_integrity => {
                    self.has_integrity = true;
                    self.end = start;
                }
                AttributeType::FINGERPRINT => self.check_fingerprint(start, attribute.value)?,
                _ => {}
            }
            start = HEADER_LENGTH + attributes.position();
        }
        if start == self.bytes.len() { Ok(()) } else { Err(ParseError::Attribute) }
    }

    fn check_fingerprint(&mut self, start: usize, value: &[u8]) -> Result<(), ParseError> {
        let expected = fingerprint(&self.bytes[..start]).to_be_bytes();
        if start + 8 != self.bytes.len() || value != expected {
            return Err(ParseError::Fingerprint);
        }
        self.has_fingerprint = true;
        if !self.has_integrity {
            self.end = start;
        }
        Ok(())
    }

    /// Its class.
    pub fn class(&self) -> MessageClass {
        self.class
    }

    /// Its method.
    pub fn method(&self) -> Method {
        self.method
    }

    /// Its transaction identifier.
    pub fn transaction_id(&self) -> TransactionId {
        self.transaction_id
    }

    /// Whether it has a MESSAGE-INTEGRITY; that says nothing about who wrote it.
    pub fn has_integrity(&self) -> bool {
        self.has_integrity
    }

    /// Whether it has a FINGERPRINT, which then fits.
    pub fn has_fingerprint(&self) -> bool {
        self.has_fingerprint
    }

    /// Checks MESSAGE-INTEGRITY with the key of the short-term credential: HMAC-SHA1 keyed with
    /// the password, RFC 8489 section 9.1.
    ///
    /// # Errors
    /// [`IntegrityError`] if there is none or it does not fit.
    pub fn verify(&self, key: &dyn HmacKey) -> Result<(), IntegrityError> {
        if !self.has_integrity {
            return Err(IntegrityError::Missing);
        }
        let (before, rest) = self.bytes.split_at_checked(self.end).unwrap_or_default();
        let code = rest.get(4..24).unwrap_or_default();
        let expected = integrity(before, key).ok_or(IntegrityError::Mismatch)?;
        let fits = bool::from(expected.ct_eq(code));
        if fits { Ok(()) } else { Err(IntegrityError::Mismatch) }
    }

    /// The attributes that count, in order.
    pub fn attributes(&self) -> Attributes<'a> {
        Attributes::new(self.bytes.get(HEADER_LENGTH..self.end).unwrap_or_default())
    }

    /// The value of the first attribute of a type.
    pub fn attribute(&self, kind: AttributeType) -> Option<&'a [u8]> {
        self.attributes().find(|attribute| attribute.kind == kind).map(|found| found.value)
    }

    /// The types that must be understood and are not, RFC 8489 section 6.3.1.
    pub fn unknown_required(&self) -> impl Iterator<Item = AttributeType> + use<'a> {
        let kinds = self.attributes().map(|Attribute { kind, .. }| kind);
        kinds.filter(|kind| kind.is_unknown_and_required())
    }

    fn number<const N: usize>(&self, kind: AttributeType) -> Option<[u8; N]> {
        self.attribute(kind)?.try_into().ok()
    }

    /// USERNAME.
    pub fn username(&self) -> Option<&'a [u8]> {
        self.attribute(AttributeType::USERNAME)
    }

    /// PRIORITY.
    pub fn priority(&self) -> Option<u32> {
        self.number(AttributeType::PRIORITY).map(u32::from_be_bytes)
    }

    /// Whether USE-CANDIDATE is there.
    pub fn uses_candidate(&self) -> bool {
        self.attribute(AttributeType::USE_CANDIDATE).is_some()
    }

    /// The tie-breaker of ICE-CONTROLLING.
    pub fn ice_controlling(&self) -> Option<u64> {
        self.number(AttributeType::ICE_CONTROLLING).map(u64::from_be_bytes)
    }

    /// The tie-breaker of ICE-CONTROLLED.
    pub fn ice_controlled(&self) -> Option<u64> {
        self.number(AttributeType::ICE_CONTROLLED).map(u64::from_be_bytes)
    }

    /// The reflexive address: XOR-MAPPED-ADDRESS, or MAPPED-ADDRESS where an old server knows
    /// only that.
    pub fn mapped_address(&self) -> Option<SocketAddr> {
        match self.attribute(AttributeType::XOR_MAPPED_ADDRESS) {
            Some(value) => address::read(value, address::mask(self.transaction_id)),
            None => address::read(self.attribute(AttributeType::MAPPED_ADDRESS)?, [0; 16]),
        }
    }

    /// ALTERNATE-SERVER.
    pub fn alternate_server(&self) -> Option<SocketAddr> {
        address::read(self.attribute(AttributeType::ALTERNATE_SERVER)?, [0; 16])
    }

    /// ERROR-CODE: the code, and the reason phrase where it is readable.
    pub fn error_code(&self) -> Option<(ErrorCode, &'a str)> {
        let (head, reason) = self.attribute(AttributeType::ERROR_CODE)?.split_first_chunk::<4>()?;
        let (class, number) = (u16::from(head[2] & 7), u16::from(head[3]));
        let valid = (3..=6).contains(&class) && number < 100;
        let reason = std::str::from_utf8(reason).unwrap_or_default();
        valid.then_some((ErrorCode(class * 100 + number), reason))
    }

    /// UNKNOWN-ATTRIBUTES; empty if it is not there.
    pub fn unknown_attributes(&self) -> impl Iterator<Item = AttributeType> + use<'a> {
        let value = self.attribute(AttributeType::UNKNOWN_ATTRIBUTES).unwrap_or_default();
        value.as_chunks::<2>().0.iter().map(|pair| AttributeType(u16::from_be_bytes(*pair)))
    }

    /// SOFTWARE, where it is readable.
    pub fn software(&self) -> Option<&'a str> {
        std::str::from_utf8(self.attribute(AttributeType::SOFTWARE)?).ok()
    }
}
