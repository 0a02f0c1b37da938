//! What the operator is told.

use std::time::Duration;

use super::Server;
use super::workers::Job;
use crate::hub::ConnectionId;
use crate::transport::http::{Request, Response, Status};

const PLAIN: &str = "text/plain; charset=utf-8";

impl Server {
    /// How long the accounts may take to show that they can be read.
    const PROBE_TIMEOUT: Duration = Duration::from_secs(2);

    /// A turn of the loop that is not well.
    const LONGEST_TURN: Duration = Duration::from_secs(1);

    pub(super) fn answer_operator(&mut self, id: ConnectionId, request: &Request) {
        match &*request.path {
            "/metrics" => {
                let media_type = "application/openmetrics-text; version=1.0.0; charset=utf-8";
                let text = self.measure();
                let response = Response::text(Status::Ok, media_type, text.into_bytes());
                self.respond(id, Some(request), &response);
            }
            "/healthz" => self.begin_health_check(id, request),
            _ => self.respond(id, Some(request), &Response::new(Status::NotFound)),
        }
    }

    /// Everything that is counted and measured, as text.
    fn measure(&mut self) -> String {
        let now = self.clock.now();
        self.metrics.lag.set(self.health.lag.longest(now).as_secs_f64());
        self.metrics.workers_waiting.set(self.workers.waiting() as i64);
        self.metrics.openings.set(self.agenda.openings.len() as i64);
        self.metrics.measure_hub(&self.hub.figures(), self.hub.counters());
        self.metrics.measure_links(self.links.values().map(|link| &**link));
        self.metrics.text()
    }

    fn begin_health_check(&mut self, id: ConnectionId, request: &Request) {
        let now = self.clock.now();
        let longest = self.health.lag.longest(now);
        if self.draining_until.is_some() {
            return self.respond_unwell(id, request, "the server is being stopped");
        }
        if longest >= Server::LONGEST_TURN {
            let wrong = format!("the event loop was busy for {longest:.1?}");
            return self.respond_unwell(id, request, &wrong);
        }
        if !self.health.is_probing && !self.workers.submit(Job::Probe) {
            return self.respond_unwell(id, request, "the accounts cannot be looked at");
        }
        self.health.is_probing = true;
        self.health.until.get_or_insert(now + Server::PROBE_TIMEOUT);
        self.health.waiting.push((id, request.clone()));
        self.end_opening(id);
    }

    /// The accounts were looked at.
    pub(super) fn probed(&mut self, is_readable: bool) {
        self.health.is_probing = false;
        let wrong = Some("the accounts cannot be read").filter(|_| !is_readable);
        self.finish_health_checks(wrong);
    }

    /// Those who have waited too long are told that something is wrong.
    pub(super) fn expire_health_checks(&mut self) {
        if self.health.until.is_some_and(|until| until <= self.clock.now()) {
            self.finish_health_checks(Some("the accounts do not answer"));
        }
    }

    fn finish_health_checks(&mut self, wrong: Option<&str>) {
        self.health.until = None;
        for (id, request) in std::mem::take(&mut self.health.waiting) {
            match wrong {
                Some(wrong) => self.respond_unwell(id, &request, wrong),
                None => {
                    let response = Response::text(Status::Ok, PLAIN, &b"ok\n"[..]);
                    self.respond(id, Some(&request), &response);
                }
            }
        }
    }

    fn respond_unwell(&mut self, id: ConnectionId, request: &Request, wrong: &str) {
        tracing::warn!(wrong, "a health check failed");
        let text = format!("{wrong}\n").into_bytes();
        let response = Response::text(Status::ServiceUnavailable, PLAIN, text);
        self.respond(id, Some(request), &response);
    }
}
