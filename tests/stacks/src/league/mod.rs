//! The league: all pairings through the same networks, and a table of what came of it.
//!
//! What is measured in virtual time is free of the machine's noise: how long it takes to connect, how
//! soon the picture is back, how much of it can be decoded. Throughput is CPU time of this machine,
//! to be read as ratios. All have the same largest datagram, the same video, and their own default
//! settings but for that.

mod connecting;
mod losing;
mod network;
mod pairing;
mod recovering;
mod span;
mod standing;
mod table;
mod throughput;

pub use pairing::Pairing;
pub use span::Span;
pub use standing::Standing;
pub use table::Table;

use network::Network;
