//! What an offer and its answer come to.

use super::{AgreedMedia, AgreedTransport};

/// What an offer and its answer come to: plain values for the engines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The transport; `None` if every section is rejected.
    pub transport: Option<AgreedTransport>,
    /// All media sections in their order, rejected ones included.
    pub media: Vec<AgreedMedia>,
}
