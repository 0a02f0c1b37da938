//! Interfaces that cannot be listed.

use std::io;

/// The operating system does not list its interfaces.
#[derive(Debug, thiserror::Error)]
#[error("cannot list the network interfaces: {0}")]
pub struct AddressError(#[from] io::Error);
