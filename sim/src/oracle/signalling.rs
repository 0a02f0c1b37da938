//! Oracle: descriptions and candidates are well-formed, and a restart changes the credentials.

use roomrtc_core::session::{DescriptionKind, Event};

use super::Breach;
use crate::dissect::{DescriptionFacts, check_candidate, check_description};

/// What a host gives to the signalling path.
#[derive(Clone, Debug, Default)]
pub(super) struct Signalling {
    /// The last description.
    last: Option<DescriptionFacts>,
    /// How often ICE was restarted, and how often before the last description that brought new
    /// credentials.
    restarts: (u32, u32),
}

impl Signalling {
    const NAME: &'static str = "signalling";

    /// How often the application has restarted ICE so far.
    pub(super) fn restarted(&mut self, restarts: u32) {
        self.restarts.0 = restarts;
    }

    /// The payload types of retransmissions in the last description.
    pub(super) fn retransmissions(&self) -> Option<&[u8]> {
        self.last.as_ref().map(|facts| facts.retransmissions.as_slice())
    }

    /// The engine tells something.
    pub(super) fn event(&mut self, event: &Event) -> Result<(), Breach> {
        let problem = match event {
            Event::LocalDescription { kind, sdp } => match check_description(sdp) {
                Ok(facts) => self.describe(*kind, facts),
                Err(flaw) => Some(flaw.0),
            },
            Event::LocalCandidate(init) if init.candidate.is_empty() => None,
            Event::LocalCandidate(init) => {
                check_candidate(&init.candidate).err().map(|flaw| flaw.0)
            }
            _ => None,
        };
        problem.map_or(Ok(()), |problem| Err(Breach::new(Signalling::NAME, problem)))
    }

    fn describe(&mut self, kind: DescriptionKind, facts: DescriptionFacts) -> Option<&'static str> {
        let is_offer = kind == DescriptionKind::Offer;
        let is_restarting = is_offer && self.restarts.0 > self.restarts.1;
        let before = self.last.replace(facts);
        let facts = self.last.as_ref()?;
        let is_same = before.is_some_and(|before| {
            before.username_fragment == facts.username_fragment || before.password == facts.password
        });
        // An answer restarts only where the offer does; a restart that waits is then done, too.
        if is_offer || !is_same {
            self.restarts.1 = self.restarts.0;
        }
        match () {
            () if is_restarting && is_same => Some("an ICE restart keeps its credentials"),
            () if is_offer != (facts.setup == "actpass") => Some("a description has a wrong setup"),
            () => None,
        }
    }
}
