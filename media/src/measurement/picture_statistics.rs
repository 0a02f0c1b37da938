//! Adding pictures up.

use std::time::Duration;

use super::{FrameSequence, FreezeDetector, LatencyHistogram, MeasurementReport};
use crate::block_code::BlockCode;
use crate::time::WallTime;

/// The sums over all pictures. It has no clock: times are handed in.
#[derive(Clone, Debug, Default)]
pub struct PictureStatistics {
    decoded: u64,
    coded: u64,
    sequence: FrameSequence,
    freezes: FreezeDetector,
    latency: LatencyHistogram,
    shown: Option<(WallTime, WallTime)>,
    // Sum in decibels, and how many.
    psnr: (f64, u64),
}

impl PictureStatistics {
    /// Older pictures were not captured in the call: their code was in a file.
    const MOST_AGE: Duration = Duration::from_secs(600);

    /// Adds a picture that was decoded at `now`, with its code and its signal-to-noise ratio in
    /// decibels where they are known.
    pub fn note(&mut self, now: WallTime, code: Option<BlockCode>, psnr_decibels: Option<f64>) {
        self.decoded += 1;
        self.freezes.note(now);
        self.shown = Some((self.shown.map_or(now, |shown| shown.0), now));
        if let Some(code) = code {
            self.coded += 1;
            self.sequence.note(code.frame_number);
            let age = now.since(code.capture_time);
            if age <= Self::MOST_AGE {
                self.latency.note(age);
            }
        }
        if let Some(decibels) = psnr_decibels {
            self.psnr.0 += decibels;
            self.psnr.1 += 1;
        }
    }

    /// The figures up to now.
    pub fn report(&self) -> MeasurementReport {
        MeasurementReport {
            decoded: self.decoded,
            coded: self.coded,
            lost: self.sequence.lost,
            repeated: self.sequence.repeated,
            reordered: self.sequence.reordered,
            first_picture: self.shown.map(|shown| shown.0),
            last_picture: self.shown.map(|shown| shown.1),
            pictures_per_second: self.rate(),
            freezes: self.freezes.count,
            frozen: self.freezes.total,
            longest_wait: self.freezes.longest,
            latency_p50: self.latency.percentile(50),
            latency_p95: self.latency.percentile(95),
            latency_p99: self.latency.percentile(99),
            mean_psnr_decibels: (self.psnr.1 > 0).then(|| self.psnr.0 / self.psnr.1 as f64),
        }
    }

    fn rate(&self) -> f64 {
        let seconds = self.shown.map_or(0.0, |(first, last)| last.since(first).as_secs_f64());
        if seconds > 0.0 { (self.decoded - 1) as f64 / seconds } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(frame_number: u32, capture_time: WallTime) -> Option<BlockCode> {
        Some(BlockCode { frame_number, source_position: 0, capture_time })
    }

    #[test]
    fn a_call_of_four_pictures_is_added_up() {
        let mut statistics = PictureStatistics::default();
        let start = WallTime::from_micros(1_000_000);
        for (number, millis, psnr) in [(0, 0, 30.0), (1, 40, 32.0), (3, 80, 34.0), (3, 120, 36.0)] {
            let now = start.after(Duration::from_millis(millis));
            let captured = WallTime::from_micros(now.as_micros() - 100);
            statistics.note(now, code(number, captured), Some(psnr));
        }
        let report = statistics.report();
        assert_eq!((report.decoded, report.coded), (4, 4));
        assert_eq!((report.lost, report.repeated, report.reordered), (1, 1, 0));
        assert!((report.pictures_per_second - 25.0).abs() < 1e-9);
        assert_eq!(report.latency_p99, Some(Duration::from_micros(100)));
        assert_eq!(report.mean_psnr_decibels, Some(33.0));
        assert_eq!((report.freezes, report.frozen), (0, Duration::ZERO));
        assert_eq!(report.first_picture, Some(start));
    }

    #[test]
    fn pictures_without_a_code_count_and_say_no_more() {
        let mut statistics = PictureStatistics::default();
        assert_eq!(statistics.report(), MeasurementReport::default());
        statistics.note(WallTime::from_micros(5), None, None);
        let report = statistics.report();
        assert_eq!((report.decoded, report.coded, report.lost), (1, 0, 0));
        assert_eq!((report.latency_p50, report.mean_psnr_decibels), (None, None));
    }

    #[test]
    fn the_code_of_a_file_tells_no_age() {
        let mut statistics = PictureStatistics::default();
        let now = WallTime::from_micros(1_793_000_000_000_000);
        statistics.note(now, code(0, WallTime::from_micros(33_333)), None);
        assert_eq!((statistics.report().coded, statistics.report().latency_p50), (1, None));
    }

    #[test]
    fn a_capture_in_the_future_is_no_age() {
        let mut statistics = PictureStatistics::default();
        statistics.note(WallTime::from_micros(5), code(0, WallTime::from_micros(9)), None);
        assert_eq!(statistics.report().latency_p50, Some(Duration::ZERO));
    }
}
