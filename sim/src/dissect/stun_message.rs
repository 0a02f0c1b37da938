//! A STUN message that was sent.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use super::{Flaw, StunClass, fields, stun_attributes};

/// A Binding message, with what the oracles look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StunMessage<'a> {
    /// Its class.
    pub class: StunClass,
    /// Its transaction identifier.
    pub transaction: [u8; 12],
    /// USERNAME.
    pub username: Option<&'a [u8]>,
    /// Whether MESSAGE-INTEGRITY is there.
    pub has_integrity: bool,
    /// Whether FINGERPRINT is there; it then fits.
    pub has_fingerprint: bool,
    /// Whether USE-CANDIDATE is there.
    pub uses_candidate: bool,
    /// Whether the sender says that it controls; `None` if it says neither.
    pub is_controlling: Option<bool>,
    /// Whether PRIORITY is there.
    pub has_priority: bool,
    /// XOR-MAPPED-ADDRESS.
    pub mapped: Option<SocketAddr>,
    /// The code of ERROR-CODE.
    pub error: Option<u16>,
}

/// The magic cookie, RFC 8489 section 5.
const COOKIE: u32 = 0x2112_a442;

impl<'a> StunMessage<'a> {
    /// Reads a datagram that is one whole Binding message.
    ///
    /// # Errors
    /// [`Flaw`] if it is none, or not as a sender is to write it.
    pub fn read(bytes: &'a [u8]) -> Result<StunMessage<'a>, Flaw> {
        let kind = fields::short(bytes, 0).ok_or(Flaw("a STUN message is cut off"))?;
        let length = fields::short(bytes, 2).map(usize::from);
        if fields::long(bytes, 4) != Some(COOKIE) {
            return Err(Flaw("a STUN message lacks the magic cookie"));
        }
        let transaction = bytes.get(8..20).and_then(|id| id.try_into().ok());
        let transaction = transaction.ok_or(Flaw("a STUN message is cut off"))?;
        if length.is_none_or(|length| length + 20 != bytes.len() || length % 4 != 0) {
            return Err(Flaw("the length of a STUN message is wrong"));
        }
        let mut message = StunMessage::new(class(kind)?, transaction);
        stun_attributes::for_each(bytes, |kind, value| message.take(kind, value))?;
        Ok(message)
    }

    fn new(class: StunClass, transaction: [u8; 12]) -> StunMessage<'a> {
        StunMessage {
            class,
            transaction,
            username: None,
            has_integrity: false,
            has_fingerprint: false,
            uses_candidate: false,
            is_controlling: None,
            has_priority: false,
            mapped: None,
            error: None,
        }
    }

    fn take(&mut self, kind: u16, value: &'a [u8]) {
        match kind {
            0x0006 => self.username = Some(value),
            0x0008 => self.has_integrity = value.len() == 20,
            0x0009 => self.error = error_code(value),
            0x0020 => self.mapped = unmask(value, &self.transaction),
            0x0024 => self.has_priority = value.len() == 4,
            0x0025 => self.uses_candidate = true,
            0x8028 => self.has_fingerprint = true,
            0x8029 => self.is_controlling = Some(false),
            0x802a => self.is_controlling = Some(true),
            _ => {}
        }
    }

    /// Whether it is a connectivity or consent check, and not a question to a server.
    pub fn is_check(&self) -> bool {
        self.class == StunClass::Request && self.username.is_some()
    }
}

/// The class in a message type, whose method must be Binding.
fn class(kind: u16) -> Result<StunClass, Flaw> {
    match kind {
        0x0001 => Ok(StunClass::Request),
        0x0011 => Ok(StunClass::Indication),
        0x0101 => Ok(StunClass::Success),
        0x0111 => Ok(StunClass::Error),
        _ => Err(Flaw("a STUN message has another method than Binding")),
    }
}

fn error_code(value: &[u8]) -> Option<u16> {
    let (class, number) = (fields::byte(value, 2)?, fields::byte(value, 3)?);
    Some(u16::from(class) * 100 + u16::from(number))
}

/// The address behind the exclusive or, RFC 8489 section 14.2.
fn unmask(value: &[u8], transaction: &[u8; 12]) -> Option<SocketAddr> {
    let port = fields::short(value, 2)? ^ (COOKIE >> 16) as u16;
    let address = match (fields::byte(value, 1)?, value.len()) {
        (1, 8) => IpAddr::V4(Ipv4Addr::from_bits(fields::long(value, 4)? ^ COOKIE)),
        (2, 20) => {
            let id = transaction.iter().fold(0, |sum, byte| sum << 8 | u128::from(*byte));
            let high = u128::from(fields::number(value, 4, 8)?);
            let low = u128::from(fields::number(value, 12, 8)?);
            let mask = u128::from(COOKIE) << 96 | id;
            IpAddr::V6(Ipv6Addr::from_bits((high << 64 | low) ^ mask))
        }
        _ => return None,
    };
    Some(SocketAddr::new(address, port))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The response over IPv4 of RFC 5769 section 2.2, whose only padding of a byte is a space,
    /// as it was allowed then.
    const RESPONSE: &str = "0101003c2112a442b7e7a701bc34d686fa87dfae\
        8022000b7465737420766563746f7220002000080001a147e112a643\
        000800142b91f599fd9e90c38c7489f92af9ba53f06be7d780280004c07d4c96";

    fn bytes(hex: &str) -> Vec<u8> {
        let digits: Vec<u32> = hex.chars().filter_map(|digit| digit.to_digit(16)).collect();
        digits.chunks(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect()
    }

    #[test]
    fn a_space_as_padding_is_a_flaw() {
        let flaw = StunMessage::read(&bytes(RESPONSE)).expect_err("a space");
        assert!(flaw.0.contains("zeroes"), "{flaw}");
    }

    #[test]
    fn an_address_is_unmasked() {
        let value = bytes("0001a147e112a643");
        let address = "192.0.2.1:32853".parse().ok();
        assert_eq!(unmask(&value, &[0; 12]), address);
        let value = bytes("0002a1470113a9faa5d3f179bc25f4b5bed2b9d9");
        let id: Vec<u8> = bytes("b7e7a701bc34d686fa87dfae");
        let id: [u8; 12] = id.try_into().expect("twelve bytes");
        let address = "[2001:db8:1234:5678:11:2233:4455:6677]:32853".parse().ok();
        assert_eq!(unmask(&value, &id), address);
    }

    #[test]
    fn what_is_no_message_is_refused() {
        assert!(StunMessage::read(&[]).is_err());
        assert!(StunMessage::read(&[0; 20]).is_err());
        let mut short = bytes(RESPONSE);
        short.pop();
        assert!(StunMessage::read(&short).is_err());
    }
}
