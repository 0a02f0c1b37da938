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
    requests: Recent<([u8; 12], Way), 512>,
    /// The ways with consent, the one used last in front.
    granted: Vec<(Way, Time)>,
}

/// How long a response holds, RFC 7675 section 5.1.
const LIFETIME: Duration = Duration::from_secs(30);

/// Ways remembered.
const MOST: usize = 64;

impl Consent {
    const NAME: &'static str = "consent";

    pub(super) fn new(is_lite: bool) -> Consent {
        Consent { is_lite, requests: Recent::new(), granted: Vec::new() }
    }

    pub(super) fn asked(&mut self, way: Way, request: &StunMessage<'_>) {
        self.requests.push((request.transaction, way));
    }

    /// An authentic check of the peer's: for a lite agent a sign of consent.
    pub(super) fn was_asked(&mut self, now: Time, way: Way) {
        if self.is_lite {
            self.grant(now, way);
        }
    }

    /// An authentic success response.
    pub(super) fn answered(&mut self, now: Time, way: Way, response: &StunMessage<'_>) {
        let is_its = |entry: &([u8; 12], Way)| *entry == (response.transaction, way);
        if self.requests.find(is_its).is_some() {
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
