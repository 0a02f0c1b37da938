//! A bottleneck.

use serde::{Deserialize, Serialize};

use super::QueueLimit;
use crate::quantity::{BitRate, Span};

/// Packets leave one after the other at a rate, from a queue that drops what finds no room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RateLimit {
    /// The rate, of whole IP packets.
    pub rate: BitRate,
    /// The longest queue.
    pub queue: QueueLimit,
    /// Packets that would wait for longer are marked with congestion, if they allow it (RFC 3168);
    /// none are if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark_from: Option<Span>,
}

impl RateLimit {
    /// This rate, with this queue in front.
    pub const fn new(rate: BitRate, queue: QueueLimit) -> RateLimit {
        RateLimit { rate, queue, mark_from: None }
    }
}
