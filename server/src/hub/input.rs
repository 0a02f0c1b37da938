//! What happens to the hub.

use std::net::IpAddr;

use roomrtc_core::signaling::{DecodeError, Message};

use super::{AccountChange, AccountOutcome, ConnectionId, OperationId};

/// Something that happened outside the hub.
#[derive(Clone, Debug)]
pub enum Input {
    /// A connection was accepted.
    Opened {
        /// The connection.
        connection: ConnectionId,
        /// Whence it comes.
        address: IpAddr,
    },
    /// A connection sent a message.
    Message {
        /// The connection.
        connection: ConnectionId,
        /// What it sent.
        message: Message,
    },
    /// A connection sent what cannot be read.
    Unreadable {
        /// The connection.
        connection: ConnectionId,
        /// What is wrong with it.
        error: DecodeError,
    },
    /// A connection is gone, by whomever it was closed.
    Closed(ConnectionId),
    /// An operation on the accounts is done.
    AccountDone {
        /// Which.
        operation: OperationId,
        /// What became of it.
        outcome: AccountOutcome,
    },
    /// An account was changed in the store by another program.
    AccountChanged(AccountChange),
    /// Only time has passed.
    Tick,
}
