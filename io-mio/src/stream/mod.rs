//! TCP streams to servers: bytes in and out, within bounds.

mod connection;
mod outgoing;
mod stream_action;
mod stream_closure;
mod stream_event;
mod stream_id;
mod streams;

pub use stream_action::StreamAction;
pub use stream_closure::StreamClosure;
pub use stream_event::StreamEvent;
pub use stream_id::StreamId;

pub(crate) use connection::Connection;
pub(crate) use streams::{MOST_STREAMS, Streams};
