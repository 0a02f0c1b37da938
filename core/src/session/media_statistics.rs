//! What is known of one media of ours.

use crate::media::{ReceiverStatistics, SenderStatistics};

/// The statistics of one media of ours in both directions.
#[derive(Clone, Copy, Debug)]
pub struct MediaStatistics {
    /// What was sent; `None` where nothing can be.
    pub sender: Option<SenderStatistics>,
    /// What was received; `None` where nothing can be.
    pub receiver: Option<ReceiverStatistics>,
}
