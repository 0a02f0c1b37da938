//! The signalling codec and the client's state machine.

mod any_message;
mod client_calls;
mod client_connection;
mod client_crossing;
mod client_noise;
mod client_on_line;
mod client_sessions;
mod codec;
mod noise;
mod sentences;
