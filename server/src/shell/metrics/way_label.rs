//! How somebody came in.

use prometheus_client::encoding::EncodeLabelSet;

/// A word for how.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct WayLabel {
    pub(super) way: &'static str,
}
