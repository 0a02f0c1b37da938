//! An address record.

use std::net::IpAddr;

/// A record that says which address a name of the form that candidates have stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AddressRecord {
    /// The name, in lower case.
    pub(super) name: String,
    pub(super) address: IpAddr,
    /// For how many seconds it holds; 0 takes it back, RFC 6762 section 10.1.
    pub(super) seconds: u32,
}
