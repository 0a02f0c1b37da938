//! What RTCP measured.

use serde::Serialize;

/// The figures of RTCP reports, RFC 3550 section 6.4; `None` where none came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct RtcpReport {
    /// The round-trip time, in milliseconds.
    pub rtt_ms: Option<f64>,
    /// The interarrival jitter of what was received, in milliseconds.
    pub jitter_ms: Option<f64>,
    /// The part of what was sent that the other side has lost, of the last report: 0 to 1.
    pub fraction_lost: Option<f64>,
}
