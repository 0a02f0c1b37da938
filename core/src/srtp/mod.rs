//! The Secure Real-time Transport Protocol, RFC 3711 and RFC 7714.
