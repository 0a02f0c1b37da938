//! Oracle: nothing is sent to an address without consent, beyond checks.

use std::time::Duration;

use roomrtc_core::base::Time;

use super::{Breach, Recent, Way};
use crate::dissect::StunMessage;

/// The model of consent, RFC 7675: a success response to a request that this host sent over the
/// same way, authentic, and not older than 30 s.
#[derive(Clone, Debug)]
pub(super) struct Consent {
    is_lite: bool,
    /// The requests, and whether they were answered: an answer counts once.
    requests: Recent<([u8; 12], Way, bool), 512>,
    /// The ways with consent, the one used last in front.
    granted: Vec<(Way, Time)>,
    /// When a request was sent last, or the path came up.
    asked: Option<Time>,
}

/// Consent checks are at most 6 s apart, RFC 7675 section 5.1; a path that takes the place of
/// another begins anew.
const LONGEST: Duration = Duration::from_millis(12_500);

/// How long a response holds, RFC 7675 section 5.1.
const LIFETIME: Duration = Duration::from_secs(30);

/// Ways remembered.
const MOST: usize = 64;

impl Consent {
    const NAME: &'static str = "consent";

    pub(super) fn new(is_lite: bool) -> Consent {
        Consent { is_lite, requests: Recent::new(), granted: Vec::new(), asked: None }
    }

    pub(super) fn asked(&mut self, now: Time, way: Way, request: &StunMessage<'_>) {
        self.asked = Some(now);
        let is_it = |entry: &([u8; 12], Way, bool)| entry.0 == request.transaction;
        if self.requests.find(is_it).is_none() {
            self.requests.push((request.transaction, way, false));
        }
    }

    /// The engine was woken; `has_path` if it has to keep the consent for one.
    pub(super) fn woken(&mut self, now: Time, has_path: bool) -> Result<(), Breach> {
        if !has_path || self.is_lite {
            self.asked = None;
            return Ok(());
        }
        let silence = now.since(*self.asked.get_or_insert(now));
        if silence > LONGEST {
            let text = format!("no consent check goes out for {silence:?}");
            return Err(Breach::lack(Consent::NAME, text));
        }
        Ok(())
    }

    /// An authentic check of the peer's: for a lite agent a sign of consent.
    pub(super) fn was_asked(&mut self, now: Time, way: Way) {
        if self.is_lite {
            self.grant(now, way);
        }
    }

    /// An authentic success response.
    pub(super) fn answered(&mut self, now: Time, way: Way, response: &StunMessage<'_>) {
        let open = (response.transaction, way, false);
        if let Some(request) = self.requests.find_mut(|entry| *entry == open) {
            request.2 = true;
            self.grant(now, way);
        }
    }

    fn grant(&mut self, now: Time, way: Way) {
        match self.granted.iter_mut().find(|(own, _)| *own == way) {
            Some((_, since)) => *since = now,
            None => {
                self.granted.truncate(MOST - 1);
                self.granted.push((way, now));
            }
        }
    }

    /// Whether there ever was consent for this remote address.
    pub(super) fn knows(&self, way: Way) -> bool {
        self.granted.iter().any(|(own, _)| own.remote == way.remote)
    }

    /// Whether an answer came this way lately: a check of the peer's then triggers none.
    pub(super) fn is_fresh(&self, now: Time, way: Way) -> bool {
        self.granted.iter().any(|(own, since)| *own == way && now < *since + LIFETIME / 2)
    }

    /// Something else than STUN is sent.
    #[inline]
    pub(super) fn sent(&mut self, now: Time, way: Way) -> Result<(), Breach> {
        if let Some((first, since)) = self.granted.first()
            && *first == way
            && now < *since + LIFETIME
        {
            return Ok(());
        }
        self.search(now, way)
    }

    fn search(&mut self, now: Time, way: Way) -> Result<(), Breach> {
        match self.granted.iter().position(|(own, _)| *own == way) {
            Some(place) if now < self.granted[place].1 + LIFETIME => {
                self.granted.swap(0, place);
                Ok(())
            }
            Some(place) => {
                let age = now.since(self.granted[place].1);
                let text = format!("data goes to {}, whose consent is {age:?} old", way.remote);
                Err(Breach::new(Consent::NAME, text))
            }
            None => {
                let text = format!("data goes to {}, which has not consented", way.remote);
                Err(Breach::new(Consent::NAME, text))
            }
        }
    }
}
