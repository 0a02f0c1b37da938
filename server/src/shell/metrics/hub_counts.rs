//! What the hub has counted, for those who collect metrics.

use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::registry::Registry;

use super::way_label::WayLabel;
use crate::hub::HubCounters;

/// The hub's counters. They are brought up to date when somebody asks.
#[derive(Debug, Default)]
pub(super) struct HubCounts {
    registrations: Counter,
    logins: Family<WayLabel, Counter>,
    calls_rung: Counter,
    calls_accepted: Counter,
    calls_rejoined: Counter,
    calls_missed: Counter,
    relays: Counter,
    states_told: Counter,
}

impl HubCounts {
    pub(super) fn register(&self, registry: &mut Registry) {
        registry.register("registrations", "Accounts made", self.registrations.clone());
        registry.register("logins", "Logins, by what was shown", self.logins.clone());
        registry.register("calls_rung", "Calls that rang", self.calls_rung.clone());
        registry.register("calls_accepted", "Calls accepted", self.calls_accepted.clone());
        let help = "Calls that went on after a connection was lost";
        registry.register("calls_rejoined", help, self.calls_rejoined.clone());
        registry.register("calls_missed", "Calls missed", self.calls_missed.clone());
        registry.register("relays", "Descriptions and candidates passed on", self.relays.clone());
        let help = "States of users told, each to each watcher";
        registry.register("states_told", help, self.states_told.clone());
    }

    pub(super) fn update(&self, hub: &HubCounters) {
        for (counter, count) in [
            (&self.registrations, hub.registrations),
            (&self.calls_rung, hub.calls),
            (&self.calls_accepted, hub.accepted_calls),
            (&self.calls_rejoined, hub.rejoined_calls),
            (&self.calls_missed, hub.missed_calls),
            (&self.relays, hub.relays),
            (&self.states_told, hub.states_told),
        ] {
            raise(counter, count);
        }
        let ways = [("password", hub.logins), ("token", hub.resumes), ("invitation", hub.guests)];
        for (way, count) in ways {
            raise(&self.logins.get_or_create(&WayLabel { way }), count);
        }
    }
}

/// Brings a counter up to what was counted elsewhere.
pub(super) fn raise(counter: &Counter, count: u64) {
    counter.inc_by(count.saturating_sub(counter.get()));
}
