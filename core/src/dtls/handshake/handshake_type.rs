//! The kinds of handshake messages.

/// The type of a handshake message, RFC 5246 section 7.4 and RFC 6347 section 4.3.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HandshakeType {
    /// A server's wish to negotiate anew.
    HelloRequest,
    /// The client's offer.
    ClientHello,
    /// The server's choice.
    ServerHello,
    /// The server's cookie.
    HelloVerifyRequest,
    /// The sender's certificates.
    Certificate,
    /// The server's share of the key agreement.
    ServerKeyExchange,
    /// The server's wish for the client's certificate.
    CertificateRequest,
    /// The end of the server's flight.
    ServerHelloDone,
    /// The client's proof that it has the key of its certificate.
    CertificateVerify,
    /// The client's share of the key agreement.
    ClientKeyExchange,
    /// The proof that both have seen the same handshake.
    Finished,
}

/// Every type and its code point.
const CODES: [(HandshakeType, u8); 11] = [
    (HandshakeType::HelloRequest, 0),
    (HandshakeType::ClientHello, 1),
    (HandshakeType::ServerHello, 2),
    (HandshakeType::HelloVerifyRequest, 3),
    (HandshakeType::Certificate, 11),
    (HandshakeType::ServerKeyExchange, 12),
    (HandshakeType::CertificateRequest, 13),
    (HandshakeType::ServerHelloDone, 14),
    (HandshakeType::CertificateVerify, 15),
    (HandshakeType::ClientKeyExchange, 16),
    (HandshakeType::Finished, 20),
];

impl HandshakeType {
    /// Whether it begins a side's part of a handshake: ClientHello or ServerHello.
    pub const fn is_hello(self) -> bool {
        matches!(self, HandshakeType::ClientHello | HandshakeType::ServerHello)
    }

    /// The code point.
    pub const fn code(self) -> u8 {
        CODES[self as usize].1
    }

    /// The type of a code point.
    pub fn from_code(code: u8) -> Option<HandshakeType> {
        CODES.iter().find(|(_, it)| *it == code).map(|(message_type, _)| *message_type)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_stand_in_their_order() {
        for (index, (message_type, code)) in CODES.into_iter().enumerate() {
            assert_eq!(message_type as usize, index);
            assert_eq!(message_type.code(), code);
            assert_eq!(HandshakeType::from_code(code), Some(message_type));
        }
        assert_eq!(HandshakeType::from_code(4), None);
    }
}
