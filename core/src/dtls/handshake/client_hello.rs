//! The client's offer.

use super::extension::Extensions;
use super::{DecodeError, HandshakeType, MessageBody, number_list};
use crate::wire::{ByteReader, ByteWriter};

/// A ClientHello, RFC 5246 section 7.4.1.2 with the cookie of RFC 6347 section 4.2.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientHello {
    /// The code point of the highest version offered, as TLS 1.2 offers it.
    pub version: u16,
    /// The client's random.
    pub random: [u8; 32],
    /// The session to resume: at most 32 bytes, empty for none.
    pub session_id: Vec<u8>,
    /// The server's cookie: at most 255 bytes, empty at first.
    pub cookie: Vec<u8>,
    /// The code points of the cipher suites, most preferred first; at least one.
    pub cipher_suites: Vec<u16>,
    /// The compression methods, 1 to 255 of them; 0 is none.
    pub compression_methods: Vec<u8>,
    /// The extensions.
    pub extensions: Extensions,
}

impl ClientHello {
    /// The signalling cipher suite that stands for an empty renegotiation_info, RFC 5746 section
    /// 3.3.
    pub const EMPTY_RENEGOTIATION_INFO_SCSV: u16 = 0x00ff;
}

impl MessageBody for ClientHello {
    const TYPE: HandshakeType = HandshakeType::ClientHello;

    fn read(reader: &mut ByteReader<'_>) -> Result<ClientHello, DecodeError> {
        let (version, random) = (reader.u16()?, reader.array()?);
        let session_id = reader.prefixed_u8()?.to_vec();
        if session_id.len() > 32 {
            return Err(DecodeError::InvalidLength(session_id.len()));
        }
        let cookie = reader.prefixed_u8()?.to_vec();
        let cipher_suites = number_list::read(reader.prefixed_u16()?)?;
        let compression_methods = reader.prefixed_u8()?.to_vec();
        if compression_methods.is_empty() {
            return Err(DecodeError::InvalidLength(0));
        }
        let extensions = Extensions::read(reader)?;
        Ok(ClientHello {
            version,
            random,
            session_id,
            cookie,
            cipher_suites,
            compression_methods,
            extensions,
        })
    }

    fn encode(&self, writer: &mut ByteWriter<'_>) {
        writer.u16(self.version);
        writer.bytes(&self.random);
        writer.prefixed(1, |w| w.bytes(&self.session_id));
        writer.prefixed(1, |w| w.bytes(&self.cookie));
        writer.prefixed(2, |w| number_list::write(&self.cipher_suites, w));
        writer.prefixed(1, |w| w.bytes(&self.compression_methods));
        self.extensions.encode(writer);
    }
}

#[cfg(test)]
mod tests {
    use super::super::extension::Extension;
    use super::*;

    fn hello() -> ClientHello {
        ClientHello {
            version: 0xfefd,
            random: [3; 32],
            session_id: vec![1, 2],
            cookie: vec![9; 20],
            cipher_suites: vec![0xc02b, 0x0a0a],
            compression_methods: vec![0],
            extensions: Extensions(vec![Extension { code: 0x1a1a, body: vec![0] }]),
        }
    }

    fn encoded(hello: &ClientHello) -> Vec<u8> {
        let mut bytes = Vec::new();
        hello.encode(&mut ByteWriter::new(&mut bytes));
        bytes
    }

    #[test]
    fn a_hello_survives_the_wire_with_and_without_extensions() {
        let plain = ClientHello { extensions: Extensions::default(), ..hello() };
        for hello in [hello(), plain] {
            assert_eq!(ClientHello::decode(&encoded(&hello)), Ok(hello));
        }
    }

    #[test]
    fn every_truncation_is_an_error_but_that_of_all_extensions() {
        let bytes = encoded(&hello());
        let without = bytes.len() - 7;
        for length in (0..bytes.len()).filter(|length| *length != without) {
            assert!(ClientHello::decode(&bytes[..length]).is_err(), "{length}");
        }
        assert!(ClientHello::decode(&bytes[..without]).is_ok());
    }

    #[test]
    fn lists_that_may_not_be_empty_or_odd_are_refused() {
        let no_suites = ClientHello { cipher_suites: vec![], ..hello() };
        assert!(ClientHello::decode(&encoded(&no_suites)).is_err());
        let no_compression = ClientHello { compression_methods: vec![], ..hello() };
        assert!(ClientHello::decode(&encoded(&no_compression)).is_err());
        let long_session = ClientHello { session_id: vec![0; 33], ..hello() };
        assert!(ClientHello::decode(&encoded(&long_session)).is_err());
    }
}
