//! How an offer will be answered.

use super::{AgreedMedia, AgreedTransport, Layout, Section};

/// How the other side's offer will be answered.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) sections: Vec<Section>,
    pub(super) media: Vec<AgreedMedia>,
    pub(super) transport: Option<AgreedTransport>,
    pub(super) layout: Layout,
}
