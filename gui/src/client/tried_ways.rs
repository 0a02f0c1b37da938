//! What was tried in vain.

use std::fmt;

use roomrtc_core::ice::{Candidate, CandidateKind, Statistics};

/// Between which candidates a way was looked for, for a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TriedWays {
    local: Vec<String>,
    remote: Vec<String>,
    statistics: Statistics,
}

impl TriedWays {
    /// So many candidates of a side are named.
    const MOST_NAMED: usize = 8;

    /// Everything that was tried between these.
    pub(super) fn new<'a>(
        local: impl Iterator<Item = &'a Candidate>,
        remote: impl Iterator<Item = &'a Candidate>,
        statistics: &Statistics,
    ) -> TriedWays {
        let (local, remote) = (names(local), names(remote));
        TriedWays { local, remote, statistics: statistics.clone() }
    }
}

impl fmt::Display for TriedWays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Statistics { checks_sent, responses_received, checks_received, .. } = self.statistics;
        write!(f, "tried from {} to {}; ", list(&self.local), list(&self.remote))?;
        write!(f, "checks begun: {checks_sent}, answered: {responses_received}, ")?;
        write!(f, "received from the other side: {checks_received}")?;
        let rejected = self.statistics.rejected().iter();
        let rejected: Vec<String> = rejected.map(|(why, count)| format!("{count} {why}")).collect();
        match rejected.len() {
            0 => Ok(()),
            _ => write!(f, "; of its candidates these were of no use: {}", rejected.join(", ")),
        }
    }
}

fn list(names: &[String]) -> String {
    let left = names.len().saturating_sub(TriedWays::MOST_NAMED);
    let named = names.get(..TriedWays::MOST_NAMED).unwrap_or(names).join(", ");
    match (names.len(), left) {
        (0, _) => "no candidate".into(),
        (_, 0) => named,
        _ => format!("{named} and {left} more"),
    }
}

/// Each candidate as its kind and its address.
pub(super) fn names<'a>(candidates: impl Iterator<Item = &'a Candidate>) -> Vec<String> {
    candidates.map(name).collect()
}

fn name(candidate: &Candidate) -> String {
    let kind = match candidate.kind {
        CandidateKind::Host => "host",
        CandidateKind::ServerReflexive => "srflx",
        CandidateKind::PeerReflexive => "prflx",
        CandidateKind::Relayed => "relay",
    };
    format!("{kind} {}", candidate.address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tried(local: &[&str], remote: &[&str]) -> String {
        let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let mut statistics = Statistics::default();
        (statistics.checks_sent, statistics.checks_received) = (9, 2);
        TriedWays { local: own(local), remote: own(remote), statistics }.to_string()
    }

    #[test]
    fn candidates_and_checks_are_named() {
        let text = tried(&["host 192.0.2.1:4000"], &["host 192.0.2.2:5000", "srflx 1.2.3.4:5"]);
        let expected = "tried from host 192.0.2.1:4000 to host 192.0.2.2:5000, srflx 1.2.3.4:5; \
                        checks begun: 9, answered: 0, received from the other side: 2";
        assert_eq!(text, expected);
        assert!(tried(&[], &["x"; 9]).starts_with("tried from no candidate to x, x"));
        assert!(tried(&[], &["x"; 9]).contains("x and 1 more; checks"));
    }
}
