//! Where the two hosts are.

use serde::{Deserialize, Serialize};

/// What the two hosts share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Neighbourhood {
    /// Nothing but the internet.
    #[default]
    Apart,
    /// The network behind the nearest NAT: the caller's NATs are those of both.
    SameHome,
    /// The outermost NAT, which is the caller's; each has a nearer NAT of its own.
    SameCarrier,
}
