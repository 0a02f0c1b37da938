//! The figures of a call.

use std::time::Duration;

use crate::time::WallTime;

/// What was told from the decoded pictures up to now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MeasurementReport {
    /// Pictures decoded.
    pub decoded: u64,
    /// Of these, pictures whose code could be read. The next three counts are from these.
    pub coded: u64,
    /// Frames that were sent and never shown.
    pub lost: u64,
    /// Pictures of a frame that was shown before.
    pub repeated: u64,
    /// Pictures of a frame earlier than one that was shown before.
    pub reordered: u64,
    /// When the first picture was decoded.
    pub first_picture: Option<WallTime>,
    /// When the last picture was decoded.
    pub last_picture: Option<WallTime>,
    /// Pictures a second between the first and the last; zero with fewer than two.
    pub pictures_per_second: f64,
    /// `freezeCount` of the WebRTC statistics.
    pub freezes: u64,
    /// `totalFreezesDuration` of the WebRTC statistics.
    pub frozen: Duration,
    /// The longest time between two pictures.
    pub longest_wait: Duration,
    /// Median time from capture to decoded picture.
    pub latency_p50: Option<Duration>,
    /// 95 of a hundred pictures were not older.
    pub latency_p95: Option<Duration>,
    /// 99 of a hundred pictures were not older.
    pub latency_p99: Option<Duration>,
    /// Mean over pictures of the peak signal-to-noise ratio against what was sent, in decibels;
    /// `None` where that is not known.
    pub mean_psnr_decibels: Option<f64>,
}
