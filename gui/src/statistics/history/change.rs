//! What has changed from one measurement to the next.

use crate::statistics::{CallStatistics, InboundStatistics, OutboundStatistics};

/// How much more of something was sent; `None` where it is not known of both.
pub(super) fn sent(
    before: &CallStatistics,
    now: &CallStatistics,
    count: impl Fn(&OutboundStatistics) -> u64,
) -> Option<f64> {
    let [before, now] = [before, now].map(|all| all.outbound.as_ref().map(&count));
    more(before?, now?)
}

/// How much more of something was received; `None` where it is not known of both.
pub(super) fn received(
    before: &CallStatistics,
    now: &CallStatistics,
    count: impl Fn(&InboundStatistics) -> u64,
) -> Option<f64> {
    let [before, now] = [before, now].map(|all| all.inbound.as_ref().map(&count));
    more(before?, now?)
}

/// Of the packets that were expected since `before`, how many of a hundred are lost. What came late counts
/// against what was lost before, and never for less than nothing.
pub(super) fn lost(before: &CallStatistics, now: &CallStatistics) -> Option<f64> {
    let came = received(before, now, |received| received.packets_received)?;
    let [before, now] =
        [before.inbound.as_ref()?, now.inbound.as_ref()?].map(|all| all.packets_lost);
    let lost = now.saturating_sub(before).max(0) as f64;
    (came + lost > 0.0).then(|| 100.0 * lost / (came + lost))
}

/// How long pictures waited since `before`, in the mean, in milliseconds.
pub(super) fn delay(before: &CallStatistics, now: &CallStatistics) -> Option<f64> {
    let count = received(before, now, |received| received.jitter_buffer_emitted_count)?;
    let [before, now] = [before.inbound.as_ref()?, now.inbound.as_ref()?];
    let seconds = now.jitter_buffer_delay - before.jitter_buffer_delay;
    (count > 0.0 && seconds >= 0.0).then(|| 1_000.0 * seconds / count)
}

/// A count that went back is one that was begun again.
fn more(before: u64, now: u64) -> Option<f64> {
    now.checked_sub(before).map(|count| count as f64)
}
