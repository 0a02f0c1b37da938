//! What the server counts and measures, for Prometheus.
//!
//! Counters grow as things happen; gauges are measured when they are asked for. Nothing in here
//! names a user.

mod hub_counts;
#[expect(clippy::module_inception, reason = "the metrics are the concept and the type")]
mod metrics;
mod reason_label;
mod status_label;
#[cfg(test)]
mod stuck_log;
mod transport_label;
mod way_label;

pub(super) use metrics::Metrics;
use reason_label::ReasonLabel;
use status_label::StatusLabel;
use transport_label::TransportLabel;
