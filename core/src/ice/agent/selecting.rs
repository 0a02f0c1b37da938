//! Nomination, the pair that carries data, and the state: RFC 8445 sections 8 and 12.1.

use std::time::Duration;

use super::Agent;
use crate::base::Time;
use crate::ice::pair::Pair;
use crate::ice::pair_state::PairState;
use crate::ice::path::Path;
use crate::ice::purpose::Purpose;
use crate::ice::{
    CandidateKind, ConnectionState, Event, Role, RoundTripTime, SelectedPair, address,
};
use crate::planted_bugs::{PlantedBug, is_planted};

/// How long the controlling agent waits for better pairs at least, beside two round trips: at the
/// default Ta, two more checks begin meanwhile.
const NOMINATION_WAIT: Duration = Duration::from_millis(100);

impl Agent {
    /// Draws the consequences of whatever has happened. Every input ends here.
    pub(super) fn refresh(&mut self, now: Time) {
        self.consider_nomination(now);
        self.choose_path(now);
        self.conclude_gathering();
        self.update_state(now);
        self.deadline = self.next_deadline();
    }

    /// Whether a pair of this generation is nominated and carries data.
    pub(super) fn is_concluded(&self) -> bool {
        let number = self.current.number;
        self.path.is_some_and(|path| path.generation == number && path.pair.is_nominated)
    }

    /// The first valid pair sets how long to wait for better ones.
    pub(super) fn expect_nomination(&mut self, now: Time, round_trip: Option<RoundTripTime>) {
        let round_trip = round_trip.map_or(Duration::ZERO, |known| known.smoothed);
        let wait = NOMINATION_WAIT + 2 * round_trip;
        self.current.nominate_at.get_or_insert(now + wait);
    }

    /// As the controlling agent, nominates the best valid pair when no better one can be hoped
    /// for: the check that made it valid is repeated with USE-CANDIDATE.
    fn consider_nomination(&mut self, now: Time) {
        if !self.may_nominate() {
            return;
        }
        let list = &mut self.current.list;
        let Some(best) = list.best_valid() else { return };
        let can_improve = list.pairs.iter().take(best).any(Pair::is_unfinished);
        if !can_improve || self.current.nominate_at.is_none_or(|at| now >= at) {
            list.pairs[best].is_nominating = true;
            list.trigger(best);
        }
    }

    /// Whether it is for this agent to nominate. A second nomination in one generation is not
    /// allowed (RFC 8445 section 8.1.1), whatever has become of the first.
    fn may_nominate(&self) -> bool {
        let is_controlling = self.role == Role::Controlling && !self.config.is_lite;
        let is_done = self.current.has_nominated || self.is_concluded();
        let mut pairs = self.current.list.pairs.iter();
        if is_planted(PlantedBug::NeverNominate) {
            return false;
        }
        if is_planted(PlantedBug::NominateEveryPair) {
            return is_controlling && !pairs.any(|pair| pair.is_nominating);
        }
        is_controlling && !is_done && !pairs.any(|pair| pair.is_nominating || pair.is_nominated)
    }

    /// When [`Agent::consider_nomination`] waits no longer, if it waits.
    pub(super) fn nomination_time(&self) -> Option<Time> {
        let at = self.current.nominate_at?;
        let waits = self.current.list.best_valid().is_some() && self.may_nominate();
        waits.then_some(at)
    }

    /// The controlling peer has nominated a pair. One that was not confirmed for long is checked
    /// first. If the selected one has gone silent it counts no longer.
    pub(super) fn nominated_by_peer(&mut self, now: Time, index: usize) {
        let is_silent = self.is_concluded() && self.path.is_some_and(|path| path.is_silent(now));
        let list = &mut self.current.list;
        let Some(pair) = list.pairs.get_mut(index).filter(|pair| pair.is_valid()) else { return };
        if is_stale(pair, now) {
            pair.state = PairState::Waiting;
            return list.trigger(index);
        }
        pair.is_nominated = true;
        if is_silent {
            for (place, other) in list.pairs.iter_mut().enumerate() {
                other.is_nominated &= place == index;
            }
        }
    }

    /// The best nominated pair carries data. Before there is one it is the one being nominated, or
    /// else the best valid one, unless the pair of the generation before still carries data.
    fn choose_path(&mut self, now: Time) {
        if self.state == ConnectionState::Failed {
            return;
        }
        self.leave_silent_path(now);
        let is_old = self.path.is_some_and(|path| path.generation != self.current.number);
        let list = &self.current.list;
        let best = match list.best_nominated() {
            None if is_old => None,
            None if self.is_concluded() => None,
            None if is_planted(PlantedBug::SendBeforePairIsValid) && !list.pairs.is_empty() => {
                Some(0)
            }
            None => list.best_nominating().or_else(|| list.best_valid()),
            nominated => nominated,
        };
        let Some(pair) = best.map(|index| list.pairs[index]) else { return };
        let chosen = self.describe(&pair);
        let is_same = self.path.is_some_and(|path| path.pair == chosen);
        if !is_same || is_old {
            self.take_path(now, &pair, chosen);
        }
    }

    /// The selected pair is silent, but another one was confirmed since: the peer is there, and
    /// data goes over the other. That is no nomination; both agents come to it by themselves. When
    /// the silence begins all valid pairs are checked, and the selected one has time to answer. It
    /// stays nominated (the peer may know already that it is), and is taken again if it comes back.
    fn leave_silent_path(&mut self, now: Time) {
        let number = self.current.number;
        let Some(path) = self.path.as_mut().filter(|path| path.generation == number) else {
            return;
        };
        let is_deserted = path.doubt_ends().is_some_and(|end| now >= end);
        let doubted = if is_deserted { path.doubted.take() } else { None };
        if !is_deserted && !path.is_silent(now.back(Path::GRACE))
            || is_planted(PlantedBug::StayOnSilentPair)
        {
            return;
        }
        let path = *path;
        let is_used = |pair: &Pair| path.is_between(pair.local, pair.remote);
        let is_alive = |pair: &Pair| {
            !is_stale(pair, now) && doubted.is_none_or(|doubted| pair.confirmed >= doubted)
        };
        let pairs = &mut self.current.list.pairs;
        if pairs.iter().any(|pair| pair.is_valid() && is_alive(pair) && !is_used(pair)) {
            for pair in pairs.iter_mut().filter(|pair| is_stale(pair, now) || is_used(pair)) {
                pair.state = PairState::Failed;
                pair.is_nominating = false;
            }
            self.path = None;
            self.end_vain_nominations();
        }
    }

    /// A nomination that was never answered is none: where its pair has failed, another one may be
    /// nominated.
    fn end_vain_nominations(&mut self) {
        let list = &self.current.list;
        let is_nominating = |local, remote| {
            list.find(local, remote).is_some_and(|index| list.pairs[index].is_nominating)
        };
        self.transactions.retain(|open| {
            open.purpose != Purpose::Nomination || is_nominating(open.local, open.remote)
        });
    }

    fn describe(&self, pair: &Pair) -> SelectedPair {
        let local = self.locals.iter().map(|local| &local.candidate).find(|candidate| {
            address::is_same(candidate.address, pair.mapped)
                && address::is_same(candidate.base(), pair.local)
        });
        let remotes = self.current.remotes.iter().map(|remote| &remote.candidate);
        let remote = remotes.clone().find(|candidate| candidate.address == pair.remote);
        SelectedPair {
            local: pair.local,
            remote: address::destination(pair.local, pair.remote),
            local_candidate: pair.mapped,
            local_kind: local.map_or(CandidateKind::Host, |candidate| candidate.kind),
            remote_kind: remote.map_or(CandidateKind::PeerReflexive, |candidate| candidate.kind),
            is_nominated: pair.is_nominated,
        }
    }

    fn take_path(&mut self, now: Time, pair: &Pair, chosen: SelectedPair) {
        let kept = self.path.filter(|path| {
            path.generation == self.current.number && path.is_between(chosen.local, chosen.remote)
        });
        self.path = Some(Path {
            pair: chosen,
            generation: self.current.number,
            confirmed: kept.map_or(pair.confirmed, |path| path.confirmed.max(pair.confirmed)),
            doubted: kept.and_then(|path| path.doubted),
            next_check: kept.map_or_else(|| self.next_consent(now), |path| path.next_check),
            needs_consent: !(self.config.is_lite && self.is_remote_lite),
            is_keepalive_pending: false,
            local_priority: pair.local_priority,
            round_trip: kept.map_or(pair.round_trip, |path| path.round_trip),
        });
        self.tell(Event::SelectedPair(chosen));
        self.current.is_given_up = false;
        if chosen.is_nominated {
            self.current.fail_at = None;
            self.retire_previous(now);
            self.prune();
        }
    }

    /// A pair is nominated: RFC 8445 section 8.1.2. What could still be better stays, for a peer
    /// that nominates aggressively.
    fn prune(&mut self) {
        let best = self.current.list.best_nominated();
        let selected = best.map_or(0, |index| self.current.list.pairs[index].priority);
        let is_controlled = self.role == Role::Controlled;
        self.current.list.pairs.retain(|pair| {
            let may_win = pair.is_unfinished() && pair.is_heard && pair.priority > selected;
            pair.is_valid() || (is_controlled && (may_win || pair.peer_nominates))
        });
        self.current.list.pairs.shrink_to_fit();
        self.forget_idle_checks();
        self.transactions.shrink_to_fit();
        self.current.remotes.shrink_to_fit();
        self.locals.shrink_to_fit();
        if self.offered.is_none() {
            self.queries = Vec::new();
        }
        self.current.nominate_at = None;
    }

    fn update_state(&mut self, now: Time) {
        let current = self.path.filter(|path| self.speaks_for_state(path));
        let state = match (self.state, current) {
            (ConnectionState::Failed, _) => return,
            (_, Some(path)) if path.is_silent(now) => ConnectionState::Disconnected,
            (_, Some(path)) if path.pair.is_nominated => ConnectionState::Completed,
            (_, Some(_)) => ConnectionState::Connected,
            (state, None) => state,
        };
        if state == ConnectionState::Disconnected && state != self.state {
            self.recheck_valid();
        }
        self.set_state(state);
    }

    /// Whether the state is that of this path: it is of this generation, or this one has failed.
    pub(super) fn speaks_for_state(&self, path: &Path) -> bool {
        path.generation == self.current.number || self.current.is_given_up
    }

    /// The selected pair is silent: all valid ones are checked again, that one included.
    fn recheck_valid(&mut self) {
        let list = &mut self.current.list;
        for index in 0..list.pairs.len() {
            if list.pairs[index].is_valid() {
                list.trigger(index);
            }
        }
    }

    pub(super) fn set_state(&mut self, state: ConnectionState) {
        if state != self.state {
            self.state = state;
            self.tell(Event::StateChanged(state));
        }
    }
}

/// Whether a pair was not confirmed for as long as makes a selected one silent.
pub(super) fn is_stale(pair: &Pair, now: Time) -> bool {
    now >= pair.confirmed + Path::SILENCE
}
