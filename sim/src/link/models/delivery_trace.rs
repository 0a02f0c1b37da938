//! A recorded link.

use serde::{Deserialize, Serialize};

use super::{Opportunities, QueueLimit};

/// Packets leave when a recording of a real link had an opportunity to deliver, from a queue that
/// drops what finds no room. Small packets share an opportunity, large ones take several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DeliveryTrace {
    /// The recording. It begins when the world does.
    pub opportunities: Opportunities,
    /// The longest queue.
    pub queue: QueueLimit,
}
