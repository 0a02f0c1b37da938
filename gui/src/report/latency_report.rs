//! How old pictures are.

use serde::Serialize;

/// The age of decoded pictures, from capture to after decoding, in milliseconds; `None` where no picture told its time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct LatencyReport {
    /// The median.
    pub p50: Option<f64>,
    /// 95 of a hundred were younger.
    pub p95: Option<f64>,
    /// 99 of a hundred were younger.
    pub p99: Option<f64>,
}
