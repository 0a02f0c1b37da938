//! Whose certificate a signalling server had before: what makes the second connection safe that the first
//! one trusted.
//!
//! A server makes its certificate by itself, so no authority vouches for it. What a client has seen at
//! the first connection, or was given by option, is pinned in a file; another certificate is refused
//! until the pin is taken away. Left out: pins that run out, and several for one server.

mod pins_error;
mod pins_file;
mod server_pins;
mod server_trust;

pub use pins_error::PinsError;
pub use server_pins::ServerPins;
pub use server_trust::ServerTrust;

use pins_file::PinsFile;
