//! Oracle: checks are paced, repeated with growing intervals, few, and nominate once.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::session::Statistics;

use super::request::Request;
use super::{Breach, Genuine, Recent, Way};
use crate::dissect::StunMessage;

/// The requests of a host: RFC 8445 sections 8.1.1, 14.2 and 14.3, RFC 8489 section 6.2.1.
#[derive(Clone, Debug)]
pub(super) struct Checks {
    requests: Recent<Request, 512>,
    /// When the last few requests were begun.
    begun: Recent<Time, 8>,
    /// The way and the time of the requests begun of late.
    by_way: Recent<(Way, Time), 256>,
    /// The user name of the last request: a restart gives another, and checks every way anew.
    generation: Option<u64>,
    /// The ways that were answered, and the user names of the requests: a valid pair in a generation.
    valid: Recent<(Way, u64), 64>,
    /// The way and the time of the peer's authentic requests of late that may trigger one.
    asked: Recent<(Way, Time), 256>,
    /// The user names of generations in which a nomination has succeeded, by hash.
    nominated: Recent<u64, 4>,
    /// Whether the last check said that this agent controls.
    is_controlling: Option<bool>,
    /// Whether the pair in use was ever nominated. One that a moved peer made necessary is not.
    was_nominated: bool,
    /// The ways and generations in which the peer's nomination came.
    told: Recent<(Way, u64), 8>,
    /// What the last of the peer's authentic requests says of its role.
    does_peer_control: Option<bool>,
}

/// The least Ta. Seven intervals lie between eight requests, of which consent checks and those of
/// a triggered check may take some.
const LEAST_SPAN: Duration = Duration::from_millis(4 * 5);

/// Requests begun over one way in so long, beside one for each of the peer's: the ordinary check,
/// the nomination, consent checks, and those of a restart or of a path that is in doubt: one a
/// second.
const MOST_OF_A_WAY: [(Duration, usize); 2] =
    [(Duration::from_secs(1), 3), (Duration::from_secs(10), 18)];

impl Checks {
    const NAME: &'static str = "checks";

    pub(super) fn new() -> Checks {
        Checks {
            requests: Recent::new(),
            begun: Recent::new(),
            by_way: Recent::new(),
            generation: None,
            valid: Recent::new(),
            asked: Recent::new(),
            nominated: Recent::new(),
            is_controlling: None,
            was_nominated: false,
            told: Recent::new(),
            does_peer_control: None,
        }
    }

    /// The statistics now and then.
    pub(super) fn sampled(&mut self, statistics: &Statistics) {
        self.was_nominated |= statistics.selected_pair.is_some_and(|pair| pair.is_nominated);
    }

    /// Whether the last check said that this agent controls.
    pub(super) fn is_controlling(&self) -> Option<bool> {
        self.is_controlling
    }

    /// In the end: a pair of a path that `is_steady` was nominated. Where checks are lost, the
    /// nomination may be under way: it is repeated as any other check, for 39.5 s in all, and counts
    /// on the controlled side once it has come for a pair that is valid there, too (RFC 8445 sections
    /// 7.3.1.5 and 8.1.1). Two controlled sides would wait for good: section 7.3.1.1.
    pub(super) fn ended(&self, now: Time, is_steady: bool) -> Result<(), Breach> {
        let is_under_way = |own: &Request| own.nominates.is_some() && own.is_under_way(now);
        let may_lack = match self.is_controlling {
            Some(true) => self.requests.find(is_under_way).is_some(),
            _ if self.does_peer_control == Some(false) => false,
            _ => self.told.find(|told| self.valid.find(|pair| pair == told).is_some()).is_none(),
        };
        if is_steady && !self.was_nominated && !may_lack {
            return Err(Breach::lack(Checks::NAME, "no pair is nominated"));
        }
        Ok(())
    }

    /// Both sides still have the same role.
    pub(super) fn conflict(host: usize) -> Breach {
        Breach::lack(Checks::NAME, format!("host {host} and its peer have the same role"))
    }

    /// A request is sent, for the first time or again.
    pub(super) fn sent(
        &mut self,
        now: Time,
        way: Way,
        request: &StunMessage<'_>,
    ) -> Result<(), Breach> {
        self.is_controlling = request.is_controlling.or(self.is_controlling);
        let is_it = |own: &Request| own.transaction == request.transaction;
        match self.requests.find_mut(is_it) {
            Some(own) => own.repeat(now, way).map_err(|text| Breach::waste(Checks::NAME, text)),
            None => self.begin(now, way, request),
        }
    }

    fn begin(&mut self, now: Time, way: Way, message: &StunMessage<'_>) -> Result<(), Breach> {
        let name = generation_of(message);
        let nominates = message.uses_candidate.then_some(name);
        let transaction = message.transaction;
        self.requests.push(Request { transaction, way, sent: 1, last: now, name, nominates });
        self.begun.push(now);
        if message.username.is_some()
            && self.generation.replace(name).is_some_and(|last| last != name)
        {
            self.by_way = Recent::new();
        }
        self.by_way.push((way, now));
        if self.begun.oldest_of_all().is_some_and(|first| now.since(*first) < LEAST_SPAN) {
            return Err(Breach::waste(Checks::NAME, "checks are not paced"));
        }
        if MOST_OF_A_WAY.into_iter().any(|(span, most)| self.is_crowded(now, way, span, most)) {
            return Err(Breach::waste(
                Checks::NAME,
                format!("{} is checked too often", way.remote),
            ));
        }
        if nominates.is_some_and(|name| self.nominated.find(|own| *own == name).is_some()) {
            return Err(Breach::new(Checks::NAME, "a second nomination in one generation"));
        }
        Ok(())
    }

    /// Whether more than `most` requests beside the triggered ones were begun over a way within
    /// `span`.
    fn is_crowded(&self, now: Time, way: Way, span: Duration, most: usize) -> bool {
        let is_late = |own: &(Way, Time)| own.0 == way && now.since(own.1) < span;
        self.by_way.count(is_late) > most + self.asked.count(is_late)
    }

    /// An authentic request of the peer's over a way that `is_fresh` if it was confirmed of late.
    /// Unless the pair is valid in the generation that the request is for, it triggers a check: RFC
    /// 8445 section 7.3.1.4. After a restart (section 9) no pair is, however fresh the way.
    pub(super) fn was_asked(
        &mut self,
        now: Time,
        way: Way,
        is_fresh: bool,
        request: &StunMessage<'_>,
    ) {
        let mut names = request.username.unwrap_or_default().splitn(2, |byte| *byte == b':');
        let [own, theirs] = [names.next(), names.next()].map(Option::unwrap_or_default);
        let generation = Genuine::hash(&[theirs, own].join(&b':'));
        self.does_peer_control = request.is_controlling.or(self.does_peer_control);
        if request.uses_candidate {
            self.told.push((way, generation));
        }
        let is_valid = self.valid.find(|pair| *pair == (way, generation)).is_some();
        if !is_fresh || !is_valid {
            self.asked.push((way, now));
        }
    }

    /// An authentic success response.
    pub(super) fn answered(&mut self, way: Way, response: &StunMessage<'_>) {
        let is_it = |own: &Request| own.transaction == response.transaction && own.way == way;
        let Some(own) = self.requests.find(is_it).copied() else { return };
        if self.valid.find(|pair| *pair == (way, own.name)).is_none() {
            self.valid.push((way, own.name));
        }
        if let Some(name) = own.nominates {
            self.nominated.push(name);
        }
    }
}

/// What a generation is known by: the hash of the user name, which a restart changes.
fn generation_of(message: &StunMessage<'_>) -> u64 {
    Genuine::hash(message.username.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dissect::StunClass;

    fn check(number: u8, uses_candidate: bool) -> StunMessage<'static> {
        StunMessage {
            class: StunClass::Request,
            transaction: [number; 12],
            username: Some(b"them:us"),
            has_integrity: true,
            has_fingerprint: true,
            uses_candidate,
            is_controlling: Some(true),
            has_priority: true,
            mapped: None,
            error: None,
        }
    }

    fn way() -> Way {
        way_to(2)
    }

    fn way_to(port: u16) -> Way {
        Way::new(([10, 0, 0, 1], 1).into(), ([10, 0, 0, 2], port).into())
    }

    fn holds(sent: &[(u64, u8)]) -> bool {
        let mut checks = Checks::new();
        sent.iter().all(|(millis, number)| {
            let way = way_to(100 + u16::from(*number));
            checks.sent(Time::from_millis(*millis), way, &check(*number, false)).is_ok()
        })
    }

    #[test]
    fn intervals_grow() {
        assert!(holds(&[(0, 1), (500, 1), (1_500, 1), (3_500, 1)]));
        assert!(!holds(&[(0, 1), (500, 1), (1_000, 1)]));
        assert!(!holds(&[(0, 1), (100, 1)]));
    }

    #[test]
    fn checks_are_paced() {
        let spread: Vec<(u64, u8)> = (0..16).map(|n| (5 * u64::from(n), n)).collect();
        assert!(holds(&spread));
        let burst: Vec<(u64, u8)> = (0..16).map(|n| (u64::from(n), n)).collect();
        assert!(!holds(&burst));
    }

    #[test]
    fn a_way_is_checked_again_where_the_peer_asks() {
        let mut checks = Checks::new();
        let begin = |checks: &mut Checks, number: u8| {
            let at = Time::from_millis(20 * u64::from(number));
            checks.sent(at, way(), &check(number, false))
        };
        assert!((1..4).all(|number| begin(&mut checks, number).is_ok()));
        checks.was_asked(Time::from_millis(70), way(), false, &asked(b"us:them"));
        assert!(begin(&mut checks, 4).is_ok());
        assert!(begin(&mut checks, 5).is_err());
    }

    fn asked(username: &'static [u8]) -> StunMessage<'static> {
        StunMessage { username: Some(username), ..check(9, false) }
    }

    #[test]
    fn a_valid_pair_is_not_checked_again_but_for_a_restart() {
        for (username, triggers) in [(b"us:them", false), (b"US:THEM", true)] {
            let mut checks = Checks::new();
            let begin = |checks: &mut Checks, number: u8| {
                let at = Time::from_millis(20 * u64::from(number));
                checks.sent(at, way(), &check(number, false))
            };
            assert!((1..4).all(|number| begin(&mut checks, number).is_ok()));
            checks.answered(way(), &check(1, false));
            checks.was_asked(Time::from_millis(70), way(), true, &asked(username));
            assert_eq!(begin(&mut checks, 4).is_ok(), triggers);
        }
    }

    #[test]
    fn a_nomination_under_way_is_none_that_is_missing() {
        let at = Time::from_millis;
        let mut checks = Checks::new();
        checks.sent(at(0), way(), &check(1, false)).expect("a check");
        assert!(checks.ended(at(9_000), true).is_err() && checks.ended(at(9_000), false).is_ok());
        checks.sent(at(100), way(), &check(2, true)).expect("a nomination");
        assert!(checks.ended(at(9_000), true).is_ok());
        assert!(checks.ended(at(60_000), true).is_err());
    }

    #[test]
    fn two_that_wait_for_the_other_to_nominate_wait_for_good() {
        let at = Time::from_millis;
        for (does_peer_control, holds) in [(true, true), (false, false)] {
            let mut checks = Checks::new();
            let request =
                StunMessage { is_controlling: Some(does_peer_control), ..asked(b"us:them") };
            checks.was_asked(at(0), way(), false, &request);
            assert_eq!(checks.ended(at(9_000), true).is_ok(), holds);
        }
    }

    #[test]
    fn one_nomination_is_enough() {
        let mut checks = Checks::new();
        let at = Time::from_millis;
        checks.sent(at(0), way(), &check(1, true)).expect("the first");
        checks.sent(at(1_000), way(), &check(2, true)).expect("not answered yet");
        checks.answered(way(), &check(2, true));
        assert!(checks.sent(at(2_000), way(), &check(3, true)).is_err());
        assert!(checks.sent(at(3_000), way(), &check(4, false)).is_ok());
    }
}
