//! The local addresses that host candidates are made of, RFC 8445 section 5.1.1.1.

mod address_choice;
mod address_error;
mod interface_address;
mod ipv6_state;

pub use address_choice::{AddressChoice, interface_addresses};
pub use address_error::AddressError;
pub use interface_address::InterfaceAddress;
