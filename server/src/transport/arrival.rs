//! What a connection's bytes came to.

use roomrtc_core::signaling::{DecodeError, Message};

use super::Opening;
use super::http::{Request, RequestError};

/// One thing that arrived on a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It speaks frames from here on.
    Frames,
    /// It speaks this without TLS, where only TLS is taken. Nothing more is read.
    Plain(Opening),
    /// A message, from a frame or over WebSocket.
    Message(Message),
    /// What should have been a message and is none.
    Unreadable(DecodeError),
    /// An HTTP request.
    Request(Request),
    /// What should have been an HTTP request and is none that is served. Nothing more is read.
    BadRequest(RequestError),
    /// The peer has ended the connection in its own terms, or broken the terms of TLS or
    /// WebSocket. What is to be said to that is written. Nothing more is read.
    Ended,
}
