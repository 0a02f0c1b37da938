//! Percentiles of latency in bounded memory.

use std::time::Duration;

/// Counts latencies by size: exact below 128 µs, and in steps of less than 1 % above, up to about
/// 9 minutes.
#[derive(Clone, Debug)]
pub struct LatencyHistogram {
    counts: Vec<u64>,
    total: u64,
}

impl LatencyHistogram {
    // Each doubling above the exact ones has so many steps.
    const STEPS: u32 = 128;
    const DOUBLINGS: u32 = 22;

    /// No latencies yet.
    pub fn new() -> Self {
        Self { counts: vec![0; (Self::STEPS * (Self::DOUBLINGS + 1)) as usize], total: 0 }
    }

    /// Counts one; what is beyond the largest step counts there.
    pub fn note(&mut self, latency: Duration) {
        let micros = u64::try_from(latency.as_micros()).unwrap_or(u64::MAX);
        let step = step_of(micros).min(self.counts.len() - 1);
        self.counts[step] += 1;
        self.total += 1;
    }

    /// The latency that so many of a hundred do not exceed, to the step; `None` without any.
    pub fn percentile(&self, percent: u64) -> Option<Duration> {
        let wanted = (self.total * percent).div_ceil(100).max(1);
        let mut seen = 0;
        let step = self.counts.iter().position(|count| {
            seen += count;
            seen >= wanted
        })?;
        Some(Duration::from_micros(largest_of(step)))
    }
}

impl Default for LatencyHistogram {
    fn default() -> Self {
        Self::new()
    }
}

fn step_of(micros: u64) -> usize {
    let steps = u64::from(LatencyHistogram::STEPS);
    if micros < steps {
        return micros as usize;
    }
    let doubling = micros.ilog2() - steps.ilog2();
    let within = (micros >> doubling) - steps;
    (steps * u64::from(doubling + 1) + within) as usize
}

/// The largest number of microseconds in a step.
fn largest_of(step: usize) -> u64 {
    let steps = u64::from(LatencyHistogram::STEPS);
    let (doubling, within) = (step as u64 / steps, step as u64 % steps);
    match doubling {
        0 => within,
        _ => ((steps + within + 1) << (doubling - 1)) - 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_join_without_gap_and_stay_under_one_percent() {
        let mut previous = 0;
        for step in 1..LatencyHistogram::new().counts.len() {
            let largest = largest_of(step);
            assert_eq!((step_of(previous + 1), step_of(largest)), (step, step));
            assert!((largest - previous - 1) * 100 < largest.max(100), "step {step}");
            previous = largest;
        }
        assert!(previous > 500 * 1_000_000, "{previous}");
    }

    #[test]
    fn percentiles_are_those_of_the_sorted_list() {
        let mut histogram = LatencyHistogram::new();
        (1..=100).for_each(|micros| histogram.note(Duration::from_micros(micros)));
        let micros = |percent| histogram.percentile(percent).map(|latency| latency.as_micros());
        assert_eq!((micros(50), micros(95), micros(99)), (Some(50), Some(95), Some(99)));
        assert_eq!((micros(0), micros(100)), (Some(1), Some(100)));
    }

    #[test]
    fn nothing_has_no_percentile_and_eternity_is_counted() {
        let mut histogram = LatencyHistogram::new();
        assert_eq!(histogram.percentile(50), None);
        histogram.note(Duration::MAX);
        assert!(histogram.percentile(50) > Some(Duration::from_secs(500)));
    }
}
