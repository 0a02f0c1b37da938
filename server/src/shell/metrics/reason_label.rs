//! Why something was refused.

use prometheus_client::encoding::EncodeLabelSet;

/// A word for a reason.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct ReasonLabel {
    pub(super) reason: &'static str,
}
