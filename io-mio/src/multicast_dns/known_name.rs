//! A name that others have told.

use std::net::IpAddr;

use roomrtc_core::base::Time;

/// What was told of a name that nobody had asked for yet.
#[derive(Clone, Debug)]
pub(super) struct KnownName {
    /// The name, in lower case.
    pub(super) name: String,
    pub(super) address: IpAddr,
    /// How long it holds.
    pub(super) until: Time,
}
