//! Oracle: what we send parses with an independent parser and fits a datagram.

use super::{Breach, HostFacts, Way};
use crate::dissect::{Flaw, StunClass, StunMessage};

/// Every datagram is as the RFCs have a sender write it, and no longer than was configured.
#[derive(Clone, Debug)]
pub(super) struct Form {
    largest: usize,
    /// Whether SRTCP has the form of AES-GCM; told by the first packet.
    is_gcm: Option<bool>,
}

impl Form {
    const NAME: &'static str = "form";

    pub(super) fn new(facts: &HostFacts) -> Form {
        Form { largest: facts.largest_datagram, is_gcm: None }
    }

    /// Every datagram.
    #[inline]
    pub(super) fn size(&self, datagram: &[u8]) -> Result<(), Breach> {
        if datagram.len() <= self.largest && !datagram.is_empty() {
            return Ok(());
        }
        Err(Breach::new(Form::NAME, format!("a datagram has {} bytes", datagram.len())))
    }

    /// A flaw that the parser found.
    #[cold]
    pub(super) fn flaw(flaw: Flaw) -> Breach {
        Breach::new(Form::NAME, flaw.0)
    }

    /// A datagram that is of no protocol of ours, RFC 7983.
    #[cold]
    pub(super) fn unknown(first: u8) -> Breach {
        Breach::new(Form::NAME, format!("a datagram begins with the byte {first}"))
    }

    /// What an ICE agent's messages have besides: RFC 8445 sections 7.1 and 7.2.2, RFC 8489
    /// section 6.3.1.
    pub(super) fn stun(&self, way: Way, message: &StunMessage<'_>) -> Result<(), Breach> {
        let problem = match message.class {
            _ if !message.has_fingerprint => "a STUN message has no FINGERPRINT",
            StunClass::Request if !message.is_check() => return Ok(()),
            StunClass::Request if !message.has_integrity => "a check has no MESSAGE-INTEGRITY",
            StunClass::Request if !message.has_priority => "a check has no PRIORITY",
            StunClass::Request if message.is_controlling.is_none() => "a check names no role",
            StunClass::Request
                if message.uses_candidate && message.is_controlling != Some(true) =>
            {
                "a controlled agent nominates"
            }
            StunClass::Success if !message.has_integrity => "a response has no MESSAGE-INTEGRITY",
            StunClass::Success if message.mapped != Some(way.remote) => {
                "a response maps to another address than it goes to"
            }
            StunClass::Error if message.error.is_none() => "a refusal has no ERROR-CODE",
            _ => return Ok(()),
        };
        Err(Breach::new(Form::NAME, problem))
    }

    /// Whether SRTCP is of AES-GCM, by the packet at hand if none came before.
    pub(super) fn is_gcm(&mut self, fits_gcm: bool) -> bool {
        *self.is_gcm.get_or_insert(fits_gcm)
    }
}
