//! What the other side says of the video sent.

use serde::Serialize;

/// What the other side's last report says of the video sent: `RTCRemoteInboundRtpStreamStats`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RemoteInboundStatistics {
    /// Packets that it lost; duplicates count against them.
    pub packets_lost: i32,
    /// The part lost between its last two reports: 0 to 1.
    pub fraction_lost: f64,
    /// The interarrival jitter, in seconds.
    pub jitter: f64,
    /// The round-trip time of the last report, in seconds.
    pub round_trip_time: Option<f64>,
}
