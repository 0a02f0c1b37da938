//! What travels through the virtual network.

mod origin;
mod packet;

pub use origin::Origin;
pub use packet::Packet;
