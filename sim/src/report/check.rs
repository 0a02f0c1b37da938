//! What an oracle says of a run.

use crate::oracle::{Rule, Violation};
use crate::run::Outcome;

/// What an oracle says of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The name of the oracle.
    pub oracle: &'static str,
    /// What it demands; empty where that is not known.
    pub demand: &'static str,
    /// What kind of rule was broken, what broke it first, and when; none if it held.
    pub failure: Option<(Rule, String)>,
}

impl Check {
    /// The oracles of every run and what they demand.
    const ORACLES: [(&'static str, &'static str); 21] = [
        ("frames", "every frame delivered equals a sent one, in order, once and whole"),
        ("form", "what is sent parses with an independent reader and fits a datagram"),
        ("consent", "nothing goes to an address without consent, beyond checks"),
        ("amplification", "no more than three times what an unverified address sent goes to it"),
        ("answers", "requests are answered once, and with success only if they are authentic"),
        ("nonces", "no nonce is used twice"),
        ("stream", "the packets of a source are a stream: numbers, markers and timestamps"),
        ("order", "events come in the declared order; no media before the fingerprint is verified"),
        ("checks", "checks are paced, repeated ever more seldom, few, and nominate once"),
        ("flights", "DTLS flights are repeated seldom, and not without a reason"),
        ("pace", "reports, requests for key frames and wake-ups stay within bounds"),
        ("deadlines", "time moves forward, and deadlines lie ahead"),
        ("memory", "what waits is bounded"),
        ("bounded memory", "what the world holds is bounded"),
        ("refusals", "replays, and what is forged, damaged or from nowhere, are refused"),
        ("farewell", "a farewell is heard, and nobody hears one that was not said"),
        ("signalling", "descriptions are well-formed, and a restart changes the credentials"),
        ("reachability", "the call connects exactly when the model of the NATs says, and how"),
        ("recovery", "frames flow again in time after the last fault"),
        ("agreement", "both ends agree on the pair, the keys and whether the call stands"),
        ("figures", "the scenario's figures are within their bounds"),
    ];

    /// What every oracle says of a run, the broken ones first.
    pub fn all(outcome: &Outcome) -> Vec<Check> {
        let mut checks: Vec<Check> = Vec::new();
        for violation in &outcome.violations {
            if checks.iter().all(|check| check.oracle != violation.oracle) {
                checks.push(Check::broken(violation, &outcome.violations));
            }
        }
        for (oracle, demand) in Check::ORACLES {
            if checks.iter().all(|check| check.oracle != oracle) {
                checks.push(Check { oracle, demand, failure: None });
            }
        }
        checks
    }

    fn broken(violation: &Violation, all: &[Violation]) -> Check {
        let oracle = violation.oracle;
        let known = Check::ORACLES.iter().find(|(name, _)| *name == oracle);
        let demand = known.map_or("", |(_, demand)| *demand);
        let times = all.iter().filter(|other| other.oracle == oracle).count();
        let more = match times {
            0 | 1 => String::new(),
            times => format!(" (and {} more)", times - 1),
        };
        let millis = violation.at.as_millis();
        let time = format!("{}.{:03} s", millis / 1_000, millis % 1_000);
        let text = format!("at {time}: {}{more}", violation.text);
        Check { oracle, demand, failure: Some((violation.rule, text)) }
    }
}
