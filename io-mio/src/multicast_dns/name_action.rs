//! What is asked of multicast DNS.

use std::net::IpAddr;

/// What a driven wants done with names. All are of the form of
/// [`crate::candidate_name`]; others have no effect, or are not resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameAction {
    /// Find the address behind a name: a [`crate::NameEvent`] follows.
    Resolve(String),
    /// Tell whoever asks on its link that this name stands for a local address.
    Offer {
        /// The name.
        name: String,
        /// The address.
        address: IpAddr,
    },
    /// The name stands for nothing any more.
    Withdraw(String),
}
