//! When a scenario's faults are over.

use roomrtc_core::base::Time;

use super::{Occurrence, Scenario, Side};
use crate::link::{LinkParameters, Model};

impl Scenario {
    /// When the last fault is over that has an end, and the links are as they stay.
    pub fn healed_at(&self) -> Time {
        let happenings = self.happenings.iter().map(|happening| {
            let lasts = happening.does.lasts().unwrap_or_default();
            Time::ZERO + happening.at.duration() + lasts
        });
        let links = self.last_stages().filter_map(|stage| match &stage.model {
            Model::Blackout(dark) if dark.every.is_none() => dark.until.or(stage.only.until),
            model if model.is_fault() => stage.only.until,
            _ => None,
        });
        let links = links.map(|until| Time::ZERO + until.duration());
        happenings.chain(links).max().unwrap_or(Time::ZERO)
    }

    /// Whether a link goes on committing faults until the end. Those that are aimed at chosen
    /// packets or have an end are over some time.
    pub fn never_heals(&self) -> bool {
        let mut endless = self.last_stages().filter(|stage| stage.only.until.is_none());
        endless.any(|stage| match &stage.model {
            Model::Blackout(dark) => dark.until.is_none() || dark.every.is_some(),
            Model::Burst(_) | Model::Nth(_) | Model::Script(_) => false,
            model => model.is_fault(),
        })
    }

    /// The stages of all links as they are in the end.
    fn last_stages(&self) -> impl Iterator<Item = &LinkParameters> {
        Side::ALL.into_iter().flat_map(move |side| {
            let interfaces = self.host(side).interfaces.iter().enumerate();
            interfaces.flat_map(move |(index, interface)| {
                let (up, down) = self.last_change(side, index);
                up.unwrap_or(&interface.up).iter().chain(down.unwrap_or(&interface.down))
            })
        })
    }

    /// What the links of an interface were last changed to, if they were: up and down.
    fn last_change(
        &self,
        side: Side,
        index: usize,
    ) -> (Option<&Vec<LinkParameters>>, Option<&Vec<LinkParameters>>) {
        let mut changes: Vec<_> = self.happenings.iter().collect();
        changes.sort_by_key(|happening| happening.at);
        let mut last = (None, None);
        for happening in changes {
            if let Occurrence::Link { of, interface, up, down } = &happening.does
                && (*of, *interface) == (side, index)
            {
                last = (up.as_ref().or(last.0), down.as_ref().or(last.1));
            }
        }
        last
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Blackout, Loss, Selection};
    use crate::quantity::Span;

    #[test]
    fn a_link_that_is_mended_heals() {
        let lossy = Scenario::call().up(Side::Caller, Loss::percent(5));
        assert!(lossy.never_heals());
        let up = Some(Vec::new());
        let mended = Occurrence::Link { of: Side::Caller, interface: 0, up, down: None };
        let mended = lossy.at(Span::secs(4), mended);
        assert!(!mended.never_heals());
        assert_eq!(mended.healed_at(), Time::from_secs(4));
    }

    #[test]
    fn a_fault_that_concerns_only_early_packets_heals() {
        let early = Selection { until: Some(Span::secs(3)), ..Selection::default() };
        let early = LinkParameters::new(Loss::percent(5)).only(early);
        let scenario = Scenario::call().link(early);
        assert!(!scenario.never_heals());
        assert_eq!(scenario.healed_at(), Time::from_secs(3));
    }

    #[test]
    fn a_blackout_with_an_end_heals() {
        let dark = Scenario::call().link(Blackout::between(Span::secs(3), Span::secs(6)));
        assert!(!dark.never_heals());
        assert_eq!(dark.healed_at(), Time::from_secs(6));
        assert!(Scenario::call().link(Blackout::ALWAYS).never_heals());
    }
}
