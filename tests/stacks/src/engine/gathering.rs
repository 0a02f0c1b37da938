//! Gathering, which these stacks leave to the application.

use std::net::SocketAddr;

use roomrtc_core::base::{RandomStream, Time};
use roomrtc_core::stun::{
    BindingOutcome, BindingTransaction, Message, Retransmission, TransactionId,
};

use super::{Candidate, Outgoing};

/// The sockets, and the addresses that STUN servers see: RFC 8445 section 5.1.1.
#[derive(Debug)]
pub(super) struct Gathering {
    servers: Vec<SocketAddr>,
    random: RandomStream,
    bases: Vec<SocketAddr>,
    /// What is asked from which socket.
    asked: Vec<(SocketAddr, BindingTransaction)>,
    /// Whether all sockets are known.
    is_complete: bool,
}

impl Gathering {
    pub(super) fn new(servers: Vec<SocketAddr>, random: RandomStream) -> Gathering {
        Gathering { servers, random, bases: Vec::new(), asked: Vec::new(), is_complete: false }
    }

    /// A socket is there: servers of its family are asked.
    pub(super) fn add(&mut self, now: Time, base: SocketAddr) {
        self.bases.push(base);
        for server in &self.servers {
            if server.is_ipv4() == base.is_ipv4() {
                let id = TransactionId::random(&mut self.random);
                let schedule = Retransmission::new(now, Retransmission::RTO);
                self.asked.push((base, BindingTransaction::new(*server, id, schedule)));
            }
        }
    }

    /// All sockets are known.
    pub(super) fn end(&mut self) {
        self.is_complete = true;
    }

    /// Whether nothing more is to come.
    pub(super) fn is_over(&self) -> bool {
        self.is_complete && self.asked.is_empty()
    }

    /// Takes a datagram; whether it is a server's answer, and the candidate that it makes.
    pub(super) fn receive(
        &mut self,
        local: SocketAddr,
        remote: SocketAddr,
        payload: &[u8],
    ) -> Option<Option<Candidate>> {
        let message = Message::parse(payload).ok().filter(|_| !self.asked.is_empty())?;
        let outcome = |(base, asked): &(SocketAddr, BindingTransaction)| {
            asked.handle_response(remote, &message).filter(|_| *base == local)
        };
        let place = self.asked.iter().position(|asked| outcome(asked).is_some())?;
        let (base, asked) = self.asked.swap_remove(place);
        let seen = match asked.handle_response(remote, &message) {
            Some(BindingOutcome::Mapped(seen)) => Some(seen),
            _ => None,
        };
        let is_new = seen.is_some_and(|seen| !self.bases.contains(&seen));
        Some(seen.filter(|_| is_new).map(|seen| Candidate { base, reflexive: Some(seen) }))
    }

    /// When something is due.
    pub(super) fn due(&self) -> Option<Time> {
        self.asked.iter().map(|(_, asked)| asked.deadline()).min()
    }

    /// Time passes: requests are repeated or given up, and sent.
    pub(super) fn poll(&mut self, now: Time, output: &mut Vec<Outgoing>) {
        self.asked.retain_mut(|(_, asked)| asked.handle_timeout(now));
        for (base, asked) in &mut self.asked {
            let mut payload = Vec::new();
            if let Some(destination) = asked.poll_transmit(&mut payload) {
                output.push(Outgoing { local: *base, destination, payload });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use roomrtc_core::base::Seed;
    use roomrtc_core::stun::answer_binding;

    use super::*;

    #[test]
    fn a_server_tells_the_address_that_it_sees() {
        let address = |text: &str| text.parse::<SocketAddr>().expect("an address");
        let (base, server) = (address("10.0.0.1:4000"), address("203.0.113.1:3478"));
        let mut gathering = Gathering::new(vec![server], Seed::from_u64(1).stream("gathering"));
        gathering.add(Time::ZERO, base);
        gathering.end();
        let mut sent = Vec::new();
        gathering.poll(Time::ZERO, &mut sent);
        assert_eq!((sent.len(), sent[0].destination, gathering.is_over()), (1, server, false));
        let (seen, mut answer) = (address("198.51.100.9:6000"), Vec::new());
        let request = Message::parse(&sent[0].payload).expect("a request");
        assert!(answer_binding(seen, &request, &mut answer));
        assert_eq!(gathering.receive(base, seen, &answer), None, "from somebody else");
        let candidate = Candidate { base, reflexive: Some(seen) };
        assert_eq!(gathering.receive(base, server, &answer), Some(Some(candidate)));
        assert!(gathering.is_over());
    }
}
