//! Datagram Transport Layer Security 1.2, RFC 6347.
