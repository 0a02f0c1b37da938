//! The handshake that is being renegotiated.

use super::{DecodeError, ExtensionBody};
use crate::wire::{ByteReader, ByteWriter};

/// `renegotiation_info`, RFC 5746 section 3.2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenegotiationInfo {
    /// Both Finished of the handshake before: empty in the first one.
    pub renegotiated_connection: Vec<u8>,
}

impl ExtensionBody for RenegotiationInfo {
    const CODE: u16 = 0xff01;

    fn read(reader: &mut ByteReader<'_>) -> Result<RenegotiationInfo, DecodeError> {
        Ok(RenegotiationInfo { renegotiated_connection: reader.prefixed_u8()?.to_vec() })
    }

    fn encode(&self, writer: &mut ByteWriter<'_>) {
        writer.prefixed(1, |w| w.bytes(&self.renegotiated_connection));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_survives_the_wire_and_malformed_ones_are_refused() {
        let extension = RenegotiationInfo { renegotiated_connection: vec![1; 12] };
        let mut bytes = Vec::new();
        extension.encode(&mut ByteWriter::new(&mut bytes));
        assert_eq!(RenegotiationInfo::decode(&bytes), Ok(extension));
        assert!(RenegotiationInfo::decode(&[]).is_err());
        assert!(RenegotiationInfo::decode(&[1]).is_err());
        assert!(RenegotiationInfo::decode(&[0, 0]).is_err());
    }
}
