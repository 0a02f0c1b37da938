//! What travels through the virtual network.

mod name;
mod name_error;
mod origin;
mod packet;

pub use name::Name;
pub use name_error::NameError;
pub use origin::Origin;
pub use packet::Packet;
