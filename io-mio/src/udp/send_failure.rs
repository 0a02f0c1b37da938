//! Why a datagram was not sent.

use std::io::{self, ErrorKind};

/// What an error of `sendmsg` says about the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SendFailure {
    /// An ICMP error for an earlier datagram was reported in place of sending this one.
    Reported,
    /// The socket's address, its interface or its route may be gone.
    Way,
    /// The datagram is longer than the path or the interface carries.
    TooLong,
    /// Refused by a packet filter, or out of kernel memory.
    Other,
}

impl SendFailure {
    pub(super) fn of(error: &io::Error) -> SendFailure {
        if quinn_udp::is_msg_size_err(error) {
            return SendFailure::TooLong;
        }
        match error.kind() {
            ErrorKind::ConnectionRefused | ErrorKind::ConnectionReset => SendFailure::Reported,
            ErrorKind::AddrNotAvailable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::InvalidInput => SendFailure::Way,
            _ => SendFailure::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linux_errors_are_sorted() {
        let of = |number| SendFailure::of(&io::Error::from_raw_os_error(number));
        let (einval, emsgsize, eaddrnotavail, enetunreach) = (22, 90, 99, 101);
        assert_eq!(of(emsgsize), SendFailure::TooLong);
        for way in [einval, eaddrnotavail, enetunreach] {
            assert_eq!(of(way), SendFailure::Way);
        }
        let (econnrefused, eperm, enobufs) = (111, 1, 105);
        assert_eq!(of(econnrefused), SendFailure::Reported);
        assert_eq!((of(eperm), of(enobufs)), (SendFailure::Other, SendFailure::Other));
    }
}
