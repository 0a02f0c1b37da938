//! A local candidate.

use std::fmt;
use std::net::SocketAddr;

/// A local candidate, RFC 8445 section 5.1.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The address of the socket.
    pub base: SocketAddr,
    /// The address that a STUN server saw, if that is the candidate.
    pub reflexive: Option<SocketAddr>,
}

impl Candidate {
    /// The candidate of a socket itself.
    pub const fn host(base: SocketAddr) -> Candidate {
        Candidate { base, reflexive: None }
    }
}

impl fmt::Display for Candidate {
    /// The attribute without `a=`, RFC 8839 section 5.1, with the recommended type preferences of
    /// RFC 8445 section 5.1.2.2.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Candidate { base, reflexive } = self;
        let priority = |kind: u32| (kind << 24) | (0xffff << 8) | 255;
        match reflexive {
            None => {
                let (ip, port, priority) = (base.ip(), base.port(), priority(126));
                write!(f, "candidate:1 1 udp {priority} {ip} {port} typ host")
            }
            Some(seen) => {
                let (ip, port, priority) = (seen.ip(), seen.port(), priority(100));
                write!(f, "candidate:2 1 udp {priority} {ip} {port} typ srflx")?;
                write!(f, " raddr {} rport {}", base.ip(), base.port())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use roomrtc_core::sdp;

    use super::*;

    #[test]
    fn our_core_reads_what_is_written() {
        let (base, seen) = ("192.0.2.1:4000", "203.0.113.7:6000");
        let base: SocketAddr = base.parse().expect("an address");
        let host = Candidate::host(base);
        let reflexive = Candidate { base, reflexive: Some(seen.parse().expect("an address")) };
        for candidate in [host, reflexive] {
            let text = candidate.to_string();
            let value = text.trim_start_matches("candidate:");
            let read = sdp::Candidate::parse_value(value);
            assert_eq!(read.expect("a candidate").to_string(), text);
        }
    }
}
