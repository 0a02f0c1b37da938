//! A network in which addresses are routed.

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::Attachment;

/// A network in which addresses are routed.
#[derive(Clone, Debug, Default)]
pub(super) struct Segment {
    pub(super) routes: BTreeMap<IpAddr, Attachment>,
    /// The NAT that leads out of it; the internet has none.
    pub(super) gateway: Option<usize>,
}
