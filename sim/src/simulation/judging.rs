//! Judging a run at its end.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::ice::SelectedPair;

use super::Simulation;
use crate::figures::Figures;
use crate::oracle::{Rule, Violation};
use crate::reachability::{PairKinds, Prediction};
use crate::run::{Outcome, Verdict, prediction};
use crate::scenario::{Occurrence, Prospect, Side};

impl Simulation {
    /// Ends the run and judges it.
    pub fn finish(mut self) -> Outcome {
        self.conclude_sessions();
        let prediction = prediction(&self.scenario);
        let round_trip = self.scenario.round_trip();
        let figures =
            Figures::of(self.trace.tally(), self.trace.names(), self.now, Some(round_trip));
        if !self.is_broken() {
            self.observe_end();
            self.judge_connection(&prediction);
            self.judge_recovery();
            self.judge_agreement();
            self.judge_figures(&prediction, &figures);
        }
        Outcome {
            verdict: Verdict::of(&self.violations),
            violations: self.violations,
            figures,
            trace: self.trace,
            ledger: self.ledger,
            prediction,
            ended: self.now,
        }
    }

    fn conclude_sessions(&mut self) {
        for (host, client) in self.clients.iter().enumerate() {
            if let Some(engine) = &client.engine {
                self.trace.conclude(host, &engine.statistics());
            }
        }
    }

    pub(super) fn miss(&mut self, rule: Rule, oracle: &'static str, text: String) {
        let violation = Violation::new(rule, oracle, self.now, text);
        self.break_rule(violation);
    }

    /// The call connects exactly when it is expected to, and through a pair that the model names.
    fn judge_connection(&mut self, prediction: &Prediction) {
        let Some(expected) = self.is_to_connect(prediction) else { return };
        for side in Side::ALL {
            let has_connected = self.clients[side.index()].has_connected;
            if has_connected != expected {
                let found = if has_connected { "connects" } else { "does not connect" };
                let text = format!("the {} {found}", side.name());
                self.miss(Rule::Liveness, "reachability", text);
            }
        }
        if self.scenario.expect.call == Prospect::Model && prediction.connects() {
            self.judge_pair(prediction);
        }
    }

    /// Whether the call has to connect; `None` if it may or may not.
    pub(super) fn is_to_connect(&self, prediction: &Prediction) -> Option<bool> {
        match self.scenario.expect.call {
            Prospect::Model => (!self.has_moved_early()).then(|| prediction.connects()),
            Prospect::Connects => Some(true),
            Prospect::Fails => Some(false),
            Prospect::Either => None,
        }
    }

    fn judge_pair(&mut self, prediction: &Prediction) {
        let kinds =
            |pair: SelectedPair| PairKinds { local: pair.local_kind, remote: pair.remote_kind };
        let pairs = Side::ALL.map(|side| self.selected_pair(side).map(kinds));
        if let [Some(caller), Some(called)] = pairs
            && !self.has_moved()
            && !prediction.admits([caller, called])
        {
            let text = format!("the pair is {caller} and {called}, which the model does not name");
            self.miss(Rule::Liveness, "reachability", text);
        }
    }

    fn selected_pair(&self, side: Side) -> Option<SelectedPair> {
        self.clients[side.index()].engine.as_ref()?.statistics().selected_pair
    }

    /// Frames flow again soon after the last fault has healed, and go on flowing.
    fn judge_recovery(&mut self) {
        let within = self.scenario.expect.recovers_within.duration();
        let due = self.healed_at() + within;
        if due > self.now {
            return;
        }
        for side in Side::ALL {
            let receiver = &self.clients[side.index()];
            let sender = &self.clients[side.other().index()];
            if !receiver.is_connected || !sender.is_filming() {
                continue;
            }
            let (first, last) = (receiver.sink.first_since_healed, receiver.sink.last_shown);
            if first.is_none_or(|first| first > due) {
                let text =
                    format!("no frame reaches the {} {within:?} after the last fault", side.name());
                self.miss(Rule::Liveness, "recovery", text);
            } else if last.is_none_or(|last| last + within < self.now) {
                let text = format!("frames stop reaching the {}", side.name());
                self.miss(Rule::Liveness, "recovery", text);
            }
        }
    }

    /// Both ends have the same pair, the same keys and the same view of whether the call stands.
    fn judge_agreement(&mut self) {
        if self.is_unsettled() {
            return;
        }
        let [caller, called] = Side::ALL.map(|side| &self.clients[side.index()]);
        if caller.is_connected != called.is_connected {
            let text = "one side takes the call for standing, the other not".to_owned();
            return self.miss(Rule::Liveness, "agreement", text);
        }
        let (Some(one), Some(other)) = (&caller.engine, &called.engine) else {
            return;
        };
        let (one, other) = (one.statistics(), other.statistics());
        if let (Some(one), Some(other)) = (one.dtls, other.dtls)
            && (one.cipher_suite != other.cipher_suite || one.srtp_profile != other.srtp_profile)
        {
            let text = "the two ends have agreed on different things".to_owned();
            self.miss(Rule::Safety, "agreement", text);
        }
        if let (Some(one), Some(other)) = (one.selected_pair, other.selected_pair)
            && !self.has_moved()
            && (one.local_candidate != other.remote || one.remote != other.local_candidate)
        {
            let text = format!("the pairs differ: {one:?} and {other:?}");
            self.miss(Rule::Liveness, "agreement", text);
        }
    }

    /// Whether a translator has forgotten a binding that was in use. The call then goes on by the
    /// next address that it gives: the other side sees it, the side behind it is told by nobody, and
    /// both keep the names that they had for the old one.
    fn has_moved(&self) -> bool {
        let mut happenings = self.scenario.happenings.iter();
        happenings.any(|happening| matches!(happening.does, Occurrence::RebootNat { .. }))
    }

    /// Whether a translator has forgotten its bindings before the call stood. Addresses that were
    /// told are then none any more, and others may do where the told ones did not: what comes of it
    /// is beyond the model.
    fn has_moved_early(&self) -> bool {
        let connected = self.trace.tally().hosts().iter().map(|host| host.connected);
        let connected = connected.collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().max());
        self.scenario.happenings.iter().any(|happening| {
            let at = Time::ZERO + happening.at.duration();
            let is_early = connected.is_none_or(|connected| at <= connected);
            is_early && matches!(happening.does, Occurrence::RebootNat { .. })
        })
    }

    /// Whether something happened so lately that the two ends may still differ.
    fn is_unsettled(&self) -> bool {
        let settling = Duration::from_secs(5).min(self.scenario.expect.recovers_within.duration());
        self.healed_at() + settling > self.now || self.scenario.never_heals()
    }
}
