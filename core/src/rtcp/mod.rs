//! RTCP packets, RFC 3550, 4585, 5104, 5506.
