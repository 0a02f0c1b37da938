//! The pair in use, and the consent for it.

use std::net::SocketAddr;
use std::time::Duration;

use super::{RoundTripTime, SelectedPair, address};
use crate::base::Time;
use crate::planted_bugs::{PlantedBug, is_planted};

/// The pair that carries data, with what RFC 7675 keeps of it. It outlives a restart of the
/// generation it comes from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Path {
    pub(super) pair: SelectedPair,
    pub(super) generation: u32,
    /// The last sign of consent: an answer (as a lite agent: a check).
    pub(super) confirmed: Time,
    /// When an authentic check came another way than data goes, if that was since the last sign of
    /// consent: the peer may have moved.
    pub(super) doubted: Option<Time>,
    /// When the next consent check (as a lite agent: the next keepalive) is due.
    pub(super) next_check: Time,
    /// Whether consent is asked for at all: not between two lite agents.
    pub(super) needs_consent: bool,
    /// Whether a keepalive indication is to be written by the next `poll_transmit`.
    pub(super) is_keepalive_pending: bool,
    pub(super) local_priority: u32,
    pub(super) round_trip: Option<RoundTripTime>,
}

impl Path {
    /// Without a sign of consent for so long, the connection counts as disconnected: about three
    /// checks that were not answered.
    pub(super) const SILENCE: Duration = Duration::from_secs(15);

    /// Consent expires, RFC 7675 section 5.1.
    pub(super) const EXPIRY: Duration = Duration::from_secs(30);

    /// How long a pair that may be dead has to answer, beside a round trip, before another is taken.
    pub(super) const GRACE: Duration = Duration::from_secs(1);

    pub(super) fn is_between(&self, local: SocketAddr, remote: SocketAddr) -> bool {
        address::is_same(self.pair.remote, remote) && address::is_same(self.pair.local, local)
    }

    pub(super) fn is_silent(&self, now: Time) -> bool {
        self.needs_consent && now >= self.confirmed + Path::SILENCE
    }

    /// Since when a doubted path is dead if it has not answered by now.
    pub(super) fn doubt_ends(&self) -> Option<Time> {
        let since = self.doubted.filter(|since| self.confirmed < *since)?;
        let round_trip = self.round_trip.map_or(Duration::ZERO, |known| known.smoothed);
        Some(since + Path::GRACE + round_trip)
    }

    pub(super) fn is_expired(&self, now: Time) -> bool {
        let is_late = now >= self.confirmed + Path::EXPIRY;
        self.needs_consent && is_late && !is_planted(PlantedBug::ConsentNeverExpires)
    }
}
