//! RTP packets, RFC 3550 and RFC 8285.
