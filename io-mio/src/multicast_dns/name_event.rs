//! What multicast DNS tells.

use std::net::IpAddr;

/// What came of a [`crate::NameAction`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameEvent {
    /// A name stands for this address.
    Resolved {
        /// The name, in lower case.
        name: String,
        /// The address.
        address: IpAddr,
    },
    /// Nobody on the link answers for a name, or more than one address does.
    NotResolved {
        /// The name, in lower case.
        name: String,
    },
    /// No interface can do multicast, and why; told once. Nothing is resolved, and nobody hears of
    /// our names.
    Unavailable(String),
}
