//! Which token of the poll means what.

use mio::Token;

use crate::multicast_dns::MOST_MULTICAST_SOCKETS;
use crate::stream::MOST_STREAMS;
use crate::udp::MOST_SOCKETS;

pub(super) const TIMER: Token = Token(0);
pub(super) const WAKER: Token = Token(1);
const FIRST_SOCKET: usize = 2;
const FIRST_STREAM: usize = FIRST_SOCKET + MOST_SOCKETS;
const FIRST_MULTICAST: usize = FIRST_STREAM + MOST_STREAMS;

/// The token of the UDP socket in a slot.
pub(super) const fn of_socket(slot: usize) -> Token {
    Token(FIRST_SOCKET + slot)
}

/// The token of the stream in a slot.
pub(super) const fn of_stream(slot: usize) -> Token {
    Token(FIRST_STREAM + slot)
}

/// The token of the socket of multicast DNS in a slot.
pub(super) const fn of_multicast(slot: usize) -> Token {
    Token(FIRST_MULTICAST + slot)
}

/// The slot of the UDP socket with this token.
pub(super) fn socket_slot(token: Token) -> Option<usize> {
    token.0.checked_sub(FIRST_SOCKET).filter(|slot| *slot < MOST_SOCKETS)
}

/// The slot of the stream with this token.
pub(super) fn stream_slot(token: Token) -> Option<usize> {
    token.0.checked_sub(FIRST_STREAM).filter(|slot| *slot < MOST_STREAMS)
}

/// The slot of the socket of multicast DNS with this token.
pub(super) fn multicast_slot(token: Token) -> Option<usize> {
    token.0.checked_sub(FIRST_MULTICAST).filter(|slot| *slot < MOST_MULTICAST_SOCKETS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_means_one_thing() {
        assert_eq!(socket_slot(of_socket(3)), Some(3));
        assert_eq!(stream_slot(of_stream(3)), Some(3));
        assert_eq!((socket_slot(of_stream(0)), stream_slot(of_socket(0))), (None, None));
        assert_eq!(multicast_slot(of_multicast(3)), Some(3));
        assert_eq!((multicast_slot(of_stream(0)), stream_slot(of_multicast(0))), (None, None));
        assert_eq!((socket_slot(WAKER), stream_slot(TIMER)), (None, None));
    }
}
