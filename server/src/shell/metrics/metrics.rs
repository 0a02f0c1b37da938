//! The counters and gauges.

use std::sync::atomic::AtomicU64;

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;
use roomrtc_core::signaling::{ErrorCode, Message};
use tracing_appender::non_blocking::ErrorCounter;

use super::hub_counts::{HubCounts, raise};
use super::{ReasonLabel, StatusLabel, TransportLabel};
use crate::hub::{HubCounters, HubFigures};
use crate::shell::link::Link;
use crate::transport::Transport;
use crate::transport::http::Status;
use crate::transport::stun::StunOutcome;

/// Everything that is counted and measured.
#[derive(Debug)]
pub(in crate::shell) struct Metrics {
    registry: Registry,
    connections: Family<TransportLabel, Gauge>,
    opened: Family<TransportLabel, Counter>,
    turned_away: Family<ReasonLabel, Counter>,
    pub(in crate::shell) tls_handshakes: Counter,
    responses: Family<StatusLabel, Counter>,
    pub(in crate::shell) openings: Gauge,
    logged_in: Gauge,
    calls: Gauge,
    hub: HubCounts,
    refusals: Family<ReasonLabel, Counter>,
    pub(in crate::shell) workers_waiting: Gauge,
    operations: Gauge,
    outbox_bytes: Gauge,
    unwritten_bytes: Gauge,
    pub(in crate::shell) lag: Gauge<f64, AtomicU64>,
    pub(in crate::shell) turns: Histogram,
    stun: Family<ReasonLabel, Counter>,
    log_lines_dropped: Counter,
    /// What counts them, if that is known.
    log_losses: Option<ErrorCounter>,
    pub(in crate::shell) reads: Counter,
}

impl Metrics {
    pub(in crate::shell) fn new() -> Metrics {
        let mut metrics = Metrics {
            registry: Registry::with_prefix("roomrtc"),
            connections: Family::default(),
            opened: Family::default(),
            turned_away: Family::default(),
            tls_handshakes: Counter::default(),
            responses: Family::default(),
            openings: Gauge::default(),
            logged_in: Gauge::default(),
            calls: Gauge::default(),
            hub: HubCounts::default(),
            refusals: Family::default(),
            workers_waiting: Gauge::default(),
            operations: Gauge::default(),
            outbox_bytes: Gauge::default(),
            unwritten_bytes: Gauge::default(),
            lag: Gauge::default(),
            turns: Histogram::new(exponential_buckets(0.000_1, 4.0, 9)),
            stun: Family::default(),
            log_lines_dropped: Counter::default(),
            log_losses: None,
            reads: Counter::default(),
        };
        metrics.register_connections();
        metrics.register_users();
        metrics.register_queues();
        metrics
    }

    fn register_connections(&mut self) {
        let registry = &mut self.registry;
        let help = "Connections, by what they speak";
        registry.register("connections", help, self.connections.clone());
        let help = "Connections that could carry messages, by what they speak";
        registry.register("connections_opened", help, self.opened.clone());
        let help = "Connections that were turned away before they could do anything, by reason";
        registry.register("connections_turned_away", help, self.turned_away.clone());
        let help = "TLS handshakes that were completed";
        registry.register("tls_handshakes", help, self.tls_handshakes.clone());
        let help = "HTTP responses, by status";
        registry.register("http_responses", help, self.responses.clone());
        let help = "STUN datagrams, by what became of them";
        registry.register("stun_datagrams", help, self.stun.clone());
    }

    fn register_users(&mut self) {
        let registry = &mut self.registry;
        registry.register("users_logged_in", "Users logged in", self.logged_in.clone());
        registry.register("calls", "Calls that ring or are accepted", self.calls.clone());
        self.hub.register(registry);
        let help = "Errors that connections were told of, by code";
        registry.register("refusals", help, self.refusals.clone());
    }

    fn register_queues(&mut self) {
        let registry = &mut self.registry;
        let help = "Connections that have not said what they want";
        registry.register("openings", help, self.openings.clone());
        let help = "Operations on the accounts that wait for a worker";
        registry.register("operations_waiting", help, self.workers_waiting.clone());
        let help = "Operations on the accounts that are not done";
        registry.register("operations", help, self.operations.clone());
        let help = "What waits in the queues of connections, in bytes";
        registry.register("outbox_bytes", help, self.outbox_bytes.clone());
        let help = "What was taken from those queues and is not written, in bytes";
        registry.register("unwritten_bytes", help, self.unwritten_bytes.clone());
        let help = "The longest turn of the event loop in the last 5 to 10 seconds, in seconds";
        registry.register("loop_lag_seconds", help, self.lag.clone());
        let help = "Turns of the event loop, by how long they took, in seconds";
        registry.register("loop_turn_seconds", help, self.turns.clone());
        let help = "Lines of the log that were dropped since too many waited to be written";
        registry.register("log_lines_dropped", help, self.log_lines_dropped.clone());
        let help = "Times that a client's socket was read";
        registry.register("reads", help, self.reads.clone());
    }

    /// Everything, in OpenMetrics' text format, which Prometheus reads.
    pub(in crate::shell) fn text(&self) -> String {
        let mut text = String::new();
        let lost = self.log_losses.as_ref().map_or(0, ErrorCounter::dropped_lines);
        raise(&self.log_lines_dropped, lost as u64);
        if let Err(error) = encode(&mut text, &self.registry) {
            tracing::error!(%error, "the metrics cannot be written");
        }
        text
    }

    /// A connection can carry messages.
    pub(in crate::shell) fn opened(&self, transport: &Transport) {
        self.opened.get_or_create(&transport.into()).inc();
    }

    /// A connection was turned away; `reason` is a word for why.
    pub(in crate::shell) fn turned_away(&self, reason: &'static str) {
        self.turned_away.get_or_create(&ReasonLabel { reason }).inc();
    }

    /// A request was answered.
    pub(in crate::shell) fn responded(&self, status: Status) {
        self.responses.get_or_create(&StatusLabel { status: status.code() }).inc();
    }

    /// A datagram was answered or not.
    pub(in crate::shell) fn stun(&self, outcome: StunOutcome) {
        let reason = match outcome {
            StunOutcome::Answered => "answered",
            StunOutcome::NotARequest => "not-a-request",
            StunOutcome::TooOften => "too-often",
        };
        self.stun.get_or_create(&ReasonLabel { reason }).inc();
    }

    /// A connection is sent a message.
    pub(in crate::shell) fn sent(&self, message: &Message) {
        if let Message::Error(error) = message {
            self.refused(error.code);
        }
    }

    fn refused(&self, code: ErrorCode) {
        self.refusals.get_or_create(&ReasonLabel { reason: code.word() }).inc();
    }

    /// Tells from here on what `losses` counts: lines of the log that were dropped.
    pub(in crate::shell) fn watch_log(&mut self, losses: ErrorCounter) {
        self.log_losses = Some(losses);
    }

    pub(in crate::shell) fn measure_hub(&self, figures: &HubFigures, counters: &HubCounters) {
        self.hub.update(counters);
        self.logged_in.set(figures.logged_in as i64);
        self.calls.set(figures.calls as i64);
        self.operations.set(figures.operations as i64);
        self.outbox_bytes.set(figures.outbox_bytes as i64);
    }

    pub(in crate::shell) fn measure_links<'a>(&self, links: impl Iterator<Item = &'a Link>) {
        for label in TransportLabel::all() {
            self.connections.get_or_create(&label).set(0);
        }
        let mut unwritten = 0;
        for link in links {
            self.connections.get_or_create(&(&link.transport).into()).inc();
            unwritten += link.unwritten();
        }
        self.unwritten_bytes.set(unwritten as i64);
    }
}

#[cfg(test)]
mod tests {
    use roomrtc_core::signaling::ErrorMessage;
    use tracing_appender::non_blocking::NonBlockingBuilder;

    use super::*;
    use crate::shell::metrics::stuck_log::StuckLog;

    /// What counts the lines that a full log has dropped: here one that writes nothing before it is
    /// given room.
    fn losses() -> ErrorCounter {
        let (room, full) = std::sync::mpsc::channel::<()>();
        let builder = NonBlockingBuilder::default().lossy(true).buffered_lines_limit(1);
        let (mut writer, _guard) = builder.finish(StuckLog(full));
        let losses = writer.error_counter();
        while losses.dropped_lines() < 3 {
            std::io::Write::write_all(&mut writer, b"a line\n").expect("taken or dropped");
        }
        drop(room);
        losses
    }

    #[test]
    fn what_happened_is_in_the_text() {
        let mut metrics = Metrics::new();
        let code = ErrorCode::WrongCredentials;
        let error = ErrorMessage { request: None, code, user: None, text: String::new() };
        metrics.sent(&Message::Error(error));
        let counters = HubCounters { logins: 1, relays: 7, ..HubCounters::default() };
        for _ in 0..2 {
            metrics.measure_hub(&HubFigures::default(), &counters);
        }
        metrics.watch_log(losses());
        metrics.turned_away("plain");
        metrics.responded(Status::NotFound);
        metrics.stun(StunOutcome::Answered);
        metrics.measure_links(std::iter::empty());
        let text = metrics.text();
        for line in [
            "roomrtc_refusals_total{reason=\"wrong-credentials\"} 1\n",
            "roomrtc_logins_total{way=\"password\"} 1\n",
            "roomrtc_relays_total 7\n",
            "roomrtc_log_lines_dropped_total 3\n",
            "roomrtc_connections_turned_away_total{reason=\"plain\"} 1\n",
            "roomrtc_http_responses_total{status=\"404\"} 1\n",
            "roomrtc_stun_datagrams_total{reason=\"answered\"} 1\n",
            "roomrtc_connections{transport=\"websocket\",tls=\"yes\"} 0\n",
            "# EOF\n",
        ] {
            assert!(text.contains(line), "{line} is not in\n{text}");
        }
    }
}
