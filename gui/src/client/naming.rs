//! Names of candidates: draft-ietf-mmusic-mdns-ice-candidates.

use std::net::{IpAddr, SocketAddr};

use roomrtc_core::base::Time;
use roomrtc_core::sdp::{Candidate, CandidateAddress};
use roomrtc_core::session::{CandidateInit, Command};
use roomrtc_io_mio::{LocalAddress, NameAction, NameEvent, is_candidate_name};

use super::candidate_names::CandidateNames;
use super::{Client, ClientEvent};

impl Client {
    /// Something came of names that were asked for.
    pub fn handle_name(&mut self, now: Time, event: NameEvent) {
        match event {
            NameEvent::Resolved { name, address } => self.take_address(now, &name, address),
            NameEvent::NotResolved { name } => {
                tracing::info!(name, "nobody on the link answers for this name");
                self.names.take_waiting(&name);
            }
            NameEvent::Unavailable(reason) => {
                let text = format!("names of candidates cannot be resolved or told: {reason}");
                self.tell(ClientEvent::NamesFault(text));
            }
        }
        self.follow_session(now);
    }

    /// The next thing to ask of multicast DNS.
    pub fn poll_name_action(&mut self) -> Option<NameAction> {
        self.names.poll_action()
    }

    /// Names for a call that begins: drawn from its seed, if its addresses are to be hidden.
    pub(super) fn begin_names(&mut self, seed: &roomrtc_core::base::Seed) {
        let random = self.settings.hide_addresses.then(|| seed.stream("names"));
        self.names = CandidateNames::new(random);
    }

    /// A candidate of the other side has a name. Others than those of candidates are not looked up
    /// (section 3.2.2): a peer is not to have us send packets to whatever has a name here.
    pub(super) fn resolve(&mut self, init: CandidateInit) {
        let candidate = init.candidate.parse::<Candidate>().ok();
        let name = candidate.as_ref().and_then(|candidate| candidate.address.host_name());
        let Some(name) = name.filter(|name| is_candidate_name(name)) else {
            return tracing::info!(init.candidate, "such names are not resolved");
        };
        let name = name.to_owned();
        if !self.names.resolve(&name, init) {
            tracing::info!(name, "too many names are being resolved");
        }
    }

    fn take_address(&mut self, now: Time, name: &str, address: IpAddr) {
        for init in self.names.take_waiting(name) {
            let Ok(mut candidate) = init.candidate.parse::<Candidate>() else { continue };
            candidate.address = CandidateAddress::Ip(address);
            tracing::info!(name, %address, "the name is resolved");
            let resolved = CandidateInit { candidate: candidate.to_string(), ..init };
            self.add_candidate(now, resolved);
        }
    }

    /// Hides an address before the session tells it.
    pub(super) fn hide(&mut self, now: Time, address: SocketAddr) {
        let Some(session) = &mut self.session else { return };
        let Some(name) = self.names.name(address.ip()) else { return };
        let address = address.ip();
        if let Err(error) = session.command(now, Command::NameLocalAddress { address, name }) {
            tracing::warn!(%error, %address, "it is told as it is");
        }
    }

    /// An address came, which may be one to hide, or went.
    pub(super) fn follow_address(&mut self, now: Time, change: LocalAddress) {
        match change {
            LocalAddress::Added(address) => self.hide(now, address),
            LocalAddress::Removed(address) => self.names.withdraw(address.ip()),
            LocalAddress::Complete => {}
        }
    }
}
