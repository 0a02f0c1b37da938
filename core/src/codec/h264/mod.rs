//! The RTP payload format for H.264, RFC 6184.
