//! A bottleneck that keeps its queue short.

use serde::{Deserialize, Serialize};

use super::QueueLimit;
use crate::quantity::{BitRate, Span};

/// A bottleneck with controlled delay (CoDel, RFC 8289): once packets have waited for longer than
/// the target all through an interval, some are dropped as they leave, ever more often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CoDel {
    /// The rate, of whole IP packets.
    pub rate: BitRate,
    /// The longest queue, whatever the control does.
    #[serde(default = "default_queue")]
    pub queue: QueueLimit,
    /// How long packets may always wait; 5 ms if not given (section 4.3).
    #[serde(default = "default_target")]
    pub target: Span,
    /// For how long they may wait longer; 100 ms if not given (section 4.2).
    #[serde(default = "default_interval")]
    pub interval: Span,
    /// Whether packets that allow it are marked with congestion instead of being dropped.
    #[serde(default)]
    pub ecn: bool,
}

fn default_queue() -> QueueLimit {
    QueueLimit::millis(1_000)
}

fn default_target() -> Span {
    Span::millis(5)
}

fn default_interval() -> Span {
    Span::millis(100)
}

impl CoDel {
    /// This rate, with the RFC's target and interval, and room for a second.
    pub fn new(rate: BitRate) -> CoDel {
        CoDel {
            rate,
            queue: default_queue(),
            target: default_target(),
            interval: default_interval(),
            ecn: false,
        }
    }
}
