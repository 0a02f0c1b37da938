//! Names in the place of addresses, draft-ietf-mmusic-mdns-ice-candidates.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::Agent;
use crate::ice::{Candidate, CandidateKind, CandidateRejection};
use crate::sdp;

/// Named candidates of the peer's at most in a generation: each may bring about a query.
const MOST_NAMED: usize = 32;

/// Named addresses of our own at most: as many as host candidates.
const MOST_NAMES: usize = 32;

/// The port of a related address that is kept private, RFC 8839 section 9.1.
const HIDDEN_PORT: u16 = 9;

impl Agent {
    /// From now on host candidates on this address are signalled under `name`, and candidates
    /// derived from it do not tell it. To be called before the address is added: what was told
    /// cannot be taken back. False if `name` is no host name, or 32 other addresses are named.
    pub fn name_local_address(&mut self, address: IpAddr, name: &str) -> bool {
        if sdp::CandidateAddress::parse(name).host_name().is_none() {
            return false;
        }
        self.names.retain(|(named, _)| *named != address);
        let has_room = self.names.len() < MOST_NAMES;
        if has_room {
            self.names.push((address, name.to_owned()));
        }
        has_room
    }

    /// A candidate of our own as it is to be signalled.
    pub fn signaled(&self, candidate: &Candidate) -> sdp::Candidate {
        let mut signaled = sdp::Candidate::from(candidate);
        if let Some(name) = self.name_of(candidate) {
            signaled.address = sdp::CandidateAddress::Name(name.to_owned());
        }
        let is_hidden = |ip: IpAddr| self.names.iter().any(|(named, _)| *named == ip);
        if let Some(base) = candidate.related.filter(|base| is_hidden(base.ip())) {
            let unspecified: IpAddr = match base.is_ipv4() {
                true => Ipv4Addr::UNSPECIFIED.into(),
                false => Ipv6Addr::UNSPECIFIED.into(),
            };
            let address = sdp::CandidateAddress::Ip(unspecified);
            signaled.related = Some(sdp::RelatedAddress { address, port: HIDDEN_PORT });
        }
        signaled
    }

    /// Whether the candidate is signalled under a name.
    pub(super) fn is_named(&self, candidate: &Candidate) -> bool {
        self.name_of(candidate).is_some()
    }

    fn name_of(&self, candidate: &Candidate) -> Option<&str> {
        let is_it = |named: &IpAddr| {
            candidate.kind == CandidateKind::Host && *named == candidate.address.ip()
        };
        let found = self.names.iter().find(|(named, _)| is_it(named));
        found.map(|(_, name)| name.as_str())
    }

    /// Notes a candidate whose name the caller is to resolve; the same again is passed over.
    pub(super) fn await_address(
        &mut self,
        candidate: &sdp::Candidate,
    ) -> Result<(), CandidateRejection> {
        if self.current.is_remote_complete {
            return Err(self.reject(CandidateRejection::Late));
        }
        if self.current.named.contains(candidate) {
            return Ok(());
        }
        if self.current.named.len() >= MOST_NAMED {
            return Err(self.reject(CandidateRejection::TooMany));
        }
        self.current.named.push(candidate.clone());
        self.statistics.candidates_unresolved += 1;
        Err(CandidateRejection::Name)
    }

    /// Whether a candidate is one that came with a name, now with an address.
    pub(super) fn is_awaited(&self, candidate: &sdp::Candidate) -> bool {
        let essence = |candidate: &sdp::Candidate| {
            let sdp::Candidate { component, priority, port, .. } = *candidate;
            (component, priority, port)
        };
        self.current.named.iter().any(|named| {
            essence(named) == essence(candidate)
                && (&named.foundation, &named.kind) == (&candidate.foundation, &candidate.kind)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;
    use std::time::Duration;

    use super::*;
    use crate::base::{Seed, Time};
    use crate::ice::{Config, Credentials, RemoteParameters};
    use crate::stun::{Message, answer_binding};

    fn described() -> Agent {
        let mut agent = Agent::new(Config::default(), &Seed::from_u64(7), Time::ZERO);
        restart(&mut agent, "peer");
        agent
    }

    fn restart(agent: &mut Agent, fragment: &str) {
        let password = "a-password-of-22-chars";
        let credentials = Credentials::new(fragment, password).expect("credentials");
        let parameters = RemoteParameters { credentials, is_lite: false, pacing: None };
        agent.set_remote_parameters(Time::ZERO, &parameters);
    }

    fn add(agent: &mut Agent, text: &str) -> Result<(), CandidateRejection> {
        agent.add_signaled_candidate(Time::ZERO, &text.parse().expect("a candidate"))
    }

    #[test]
    fn a_name_is_given_out_once_and_welcome_with_its_address_after_the_end() {
        let mut agent = described();
        let named = "candidate:1 1 udp 99 ab.local 4000 typ host generation 0";
        assert_eq!(add(&mut agent, named), Err(CandidateRejection::Name));
        assert_eq!(add(&mut agent, named), Ok(()));
        agent.end_of_remote_candidates(Time::ZERO);
        let other = "candidate:1 1 udp 99 192.0.2.7 4001 typ host";
        assert_eq!(add(&mut agent, other), Err(CandidateRejection::Late));
        for address in ["192.0.2.7", "2001:db8::7"] {
            let resolved = named.replace("ab.local", address);
            assert_eq!(add(&mut agent, &resolved), Ok(()), "{address}");
        }
        assert_eq!(
            add(&mut agent, &other.replace("192.0.2.7", "cd.local")),
            Err(CandidateRejection::Late)
        );
        assert_eq!(agent.statistics().candidates_unresolved, 1);
        assert_eq!(agent.statistics().candidates_rejected, 2);
        // What was awaited of the generation before is late in this one.
        restart(&mut agent, "else");
        agent.end_of_remote_candidates(Time::ZERO);
        let resolved = named.replace("ab.local", "192.0.2.7");
        assert_eq!(add(&mut agent, &resolved), Err(CandidateRejection::Late));
    }

    #[test]
    fn a_flood_of_names_is_counted() {
        let mut agent = described();
        let results = (0..1_000).map(|number| {
            add(&mut agent, &format!("candidate:1 1 udp 9 n{number}.local 4000 typ host"))
        });
        let given_out = results.filter(|result| *result == Err(CandidateRejection::Name)).count();
        assert_eq!(given_out, MOST_NAMED);
        let rejected = agent.statistics().rejected().clone();
        assert_eq!(rejected.into_iter().collect::<Vec<_>>(), [("too_many", 968)]);
    }

    #[test]
    fn named_addresses_are_told_nowhere() {
        let server: SocketAddr = "198.51.100.1:3478".parse().expect("an address");
        let config = Config { stun_servers: vec![server], ..Config::default() };
        let mut agent = Agent::new(config, &Seed::from_u64(7), Time::ZERO);
        let local: SocketAddr = "192.0.2.1:4000".parse().expect("an address");
        assert!(agent.name_local_address(local.ip(), "ab.local"));
        agent.add_local_address(Time::ZERO, local);
        agent.add_local_address(Time::ZERO, "[2001:db8::7]:4000".parse().expect("an address"));
        // No NAT: the server sees the very address that is hidden, which is then no secret.
        answer_query(&mut agent, local, server, local);
        let told: Vec<String> =
            agent.local_candidates().map(|own| agent.signaled(own).to_string()).collect();
        let ends = [
            "ab.local 4000 typ host",
            "2001:db8::7 4000 typ host",
            "192.0.2.1 4000 typ srflx raddr 0.0.0.0 rport 9",
        ];
        assert_eq!(told.len(), ends.len(), "{told:?}");
        for (told, end) in told.iter().zip(ends) {
            assert!(told.ends_with(end), "{told}");
        }
    }

    #[test]
    fn without_a_name_a_reflexive_candidate_without_a_nat_is_redundant() {
        let server: SocketAddr = "198.51.100.1:3478".parse().expect("an address");
        let config = Config { stun_servers: vec![server], ..Config::default() };
        let mut agent = Agent::new(config, &Seed::from_u64(7), Time::ZERO);
        let local: SocketAddr = "192.0.2.1:4000".parse().expect("an address");
        agent.add_local_address(Time::ZERO, local);
        answer_query(&mut agent, local, server, local);
        assert_eq!(agent.local_candidates().count(), 1);
    }

    #[test]
    fn what_is_no_name_is_refused() {
        let mut agent = described();
        let ip: IpAddr = [192, 0, 2, 1].into();
        for name in ["", "10.0.0.1", "a b", "a%b"] {
            assert!(!agent.name_local_address(ip, name), "{name}");
        }
        for number in 0..32 {
            assert!(agent.name_local_address([192, 0, 2, number].into(), "ab.local"));
        }
        assert!(agent.name_local_address(ip, "again.local"));
        assert!(!agent.name_local_address([192, 0, 2, 99].into(), "ab.local"));
    }

    /// Lets the server that the agent asks answer with `mapped`.
    fn answer_query(agent: &mut Agent, local: SocketAddr, server: SocketAddr, mapped: SocketAddr) {
        let now = Time::ZERO + Duration::from_millis(100);
        agent.handle_timeout(now);
        let mut request = Vec::new();
        assert_eq!(agent.poll_transmit(&mut request), Some((local, server)));
        let request = Message::parse(&request).expect("a request");
        let mut answer = Vec::new();
        assert!(answer_binding(mapped, &request, &mut answer));
        agent.handle_datagram(now, local, server, &answer);
    }
}
