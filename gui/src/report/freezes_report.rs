//! Pictures that stood still.

use serde::Serialize;

/// Freezes, as W3C's WebRTC statistics define `freezeCount` and `totalFreezesDuration`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct FreezesReport {
    /// How often the picture stood still.
    pub count: u64,
    /// For how long in all, in milliseconds.
    pub total_ms: f64,
}
