//! Session descriptions: parse and write, RFC 8866.
