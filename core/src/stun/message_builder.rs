//! Writing a message.

use std::net::SocketAddr;

use super::attributes::padding;
use super::fingerprint::fingerprint;
use super::integrity::integrity;
use super::{
    AttributeType, ErrorCode, HEADER_LENGTH, MAGIC_COOKIE, MessageClass, Method, TransactionId,
    address,
};
use crate::crypto::HmacKey;
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::wire::ByteWriter;

/// The longest value written; longer ones are cut. No attribute of RFC 8489 may be as long.
const LONGEST_VALUE: usize = 1_024;

/// Appends one message to a caller's buffer. The bytes are a whole message after every call;
/// MESSAGE-INTEGRITY comes after everything it protects, FINGERPRINT at the very end.
#[derive(Debug)]
pub struct MessageBuilder<'b> {
    buffer: &'b mut Vec<u8>,
    start: usize,
    id: TransactionId,
}

impl<'b> MessageBuilder<'b> {
    /// Starts a message at the end of `output`.
    pub fn new(
        class: MessageClass,
        method: Method,
        id: TransactionId,
        output: &'b mut Vec<u8>,
    ) -> MessageBuilder<'b> {
        let start = output.len();
        let mut header = [0; HEADER_LENGTH];
        header[..2].copy_from_slice(&class.message_type(method).to_be_bytes());
        header[4..8].copy_from_slice(&MAGIC_COOKIE.to_be_bytes());
        header[8..].copy_from_slice(&id.0);
        output.extend_from_slice(&header);
        MessageBuilder { buffer: output, start, id }
    }

    /// Appends an attribute whose value is the concatenation of `parts`.
    fn write(&mut self, kind: AttributeType, parts: &[&[u8]]) -> &mut Self {
        let mut left = LONGEST_VALUE;
        let length = parts.iter().map(|part| part.len()).sum::<usize>().min(left);
        let mut writer = ByteWriter::new(self.buffer);
        writer.u16(kind.0);
        writer.u16(length as u16);
        for part in parts {
            let part = &part[..part.len().min(left)];
            left -= part.len();
            writer.bytes(part);
        }
        let filler = if is_planted(PlantedBug::PadWithSpaces) { b' ' } else { 0 };
        writer.bytes(&[filler; 3][..padding(length)]);
        self.set_length(0);
        self
    }

    /// Makes the header say that the message ends `more` bytes behind what is written.
    fn set_length(&mut self, more: usize) {
        let length = (self.buffer.len() - self.start - HEADER_LENGTH + more) as u16;
        self.buffer[self.start + 2..self.start + 4].copy_from_slice(&length.to_be_bytes());
    }

    /// Appends any attribute. Values over 1,024 bytes are cut.
    pub fn attribute(&mut self, kind: AttributeType, value: &[u8]) -> &mut Self {
        self.write(kind, &[value])
    }

    /// Appends the USERNAME of a connectivity check: the receiver's fragment, a colon, the
    /// sender's, RFC 8445 section 7.2.2.
    pub fn username(&mut self, receiver: &str, sender: &str) -> &mut Self {
        self.write(AttributeType::USERNAME, &[receiver.as_bytes(), b":", sender.as_bytes()])
    }

    /// Appends PRIORITY.
    pub fn priority(&mut self, priority: u32) -> &mut Self {
        self.attribute(AttributeType::PRIORITY, &priority.to_be_bytes())
    }

    /// Appends USE-CANDIDATE.
    pub fn use_candidate(&mut self) -> &mut Self {
        self.attribute(AttributeType::USE_CANDIDATE, &[])
    }

    /// Appends ICE-CONTROLLING.
    pub fn ice_controlling(&mut self, tie_breaker: u64) -> &mut Self {
        self.attribute(AttributeType::ICE_CONTROLLING, &tie_breaker.to_be_bytes())
    }

    /// Appends ICE-CONTROLLED.
    pub fn ice_controlled(&mut self, tie_breaker: u64) -> &mut Self {
        self.attribute(AttributeType::ICE_CONTROLLED, &tie_breaker.to_be_bytes())
    }

    /// Appends SOFTWARE.
    pub fn software(&mut self, name: &str) -> &mut Self {
        self.attribute(AttributeType::SOFTWARE, name.as_bytes())
    }

    /// Appends XOR-MAPPED-ADDRESS.
    pub fn xor_mapped_address(&mut self, mapped: SocketAddr) -> &mut Self {
        self.address(AttributeType::XOR_MAPPED_ADDRESS, mapped, address::mask(self.id))
    }

    /// Appends MAPPED-ADDRESS.
    pub fn mapped_address(&mut self, mapped: SocketAddr) -> &mut Self {
        self.address(AttributeType::MAPPED_ADDRESS, mapped, [0; 16])
    }

    /// Appends ALTERNATE-SERVER.
    pub fn alternate_server(&mut self, server: SocketAddr) -> &mut Self {
        self.address(AttributeType::ALTERNATE_SERVER, server, [0; 16])
    }

    fn address(&mut self, kind: AttributeType, of: SocketAddr, mask: [u8; 16]) -> &mut Self {
        let mut writer = ByteWriter::new(self.buffer);
        writer.u16(kind.0);
        writer.u16(if of.is_ipv4() { 8 } else { 20 });
        address::write(of, mask, &mut writer);
        self.set_length(0);
        self
    }

    /// Appends ERROR-CODE with the recommended reason phrase.
    pub fn error_code(&mut self, code: ErrorCode) -> &mut Self {
        let head = [0, 0, (code.0 / 100) as u8 & 7, (code.0 % 100) as u8];
        self.write(AttributeType::ERROR_CODE, &[&head, code.reason().as_bytes()])
    }

    /// Appends UNKNOWN-ATTRIBUTES.
    pub fn unknown_attributes(&mut self, kinds: &[AttributeType]) -> &mut Self {
        let mut value = [0; 64];
        let slots = value.as_chunks_mut::<2>().0;
        let used = kinds.len().min(slots.len());
        slots.iter_mut().zip(kinds).for_each(|(slot, kind)| *slot = kind.0.to_be_bytes());
        self.attribute(AttributeType::UNKNOWN_ATTRIBUTES, &value[..2 * used])
    }

    /// Appends MESSAGE-INTEGRITY over what is there so far, keyed with the password.
    pub fn integrity(&mut self, key: &dyn HmacKey) -> &mut Self {
        let code = integrity(&self.buffer[self.start..], key);
        self.attribute(AttributeType::MESSAGE_INTEGRITY, code.as_deref().unwrap_or_default())
    }

    /// Appends FINGERPRINT over what is there so far.
    pub fn fingerprint(&mut self) -> &mut Self {
        self.set_length(8);
        let value = fingerprint(&self.buffer[self.start..]);
        self.attribute(AttributeType::FINGERPRINT, &value.to_be_bytes())
    }
}
