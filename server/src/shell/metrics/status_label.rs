//! How a request was answered.

use prometheus_client::encoding::EncodeLabelSet;

/// The number of an HTTP status.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct StatusLabel {
    pub(super) status: u16,
}
