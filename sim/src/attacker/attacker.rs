//! An attacker.

use std::net::SocketAddr;

use roomrtc_core::base::{RandomStream, Seed, Time};
use roomrtc_core::session::CandidateInit;

use super::forger::Forger;
use super::knowledge::Knowledge;
use super::replays::Replays;
use super::{
    Attack, AttackerParameters, AttackerStatistics, Fact, Forgery, Replay, SpoofedSource, Traffic,
};
use crate::network::{Origin, Packet};

/// An attacker of one world; see the [module](super) for what it does.
///
/// It is told [`Fact`]s, sees the packets that pass where it listens, and gives out packets to be
/// put into the internet there, and candidates to be put into the signalling.
#[derive(Clone, Debug)]
pub struct Attacker {
    index: usize,
    parameters: AttackerParameters,
    knowledge: Knowledge,
    random: RandomStream,
    replays: Replays,
    /// When the next packet or candidate is due.
    next: Time,
    statistics: AttackerStatistics,
}

impl Attacker {
    /// The attacker of this index among those of a world. It draws from the stream `attack` of
    /// `seed`.
    pub fn new(index: usize, parameters: AttackerParameters, seed: &Seed) -> Attacker {
        Attacker {
            index,
            next: parameters.start_time(),
            knowledge: Knowledge::default(),
            random: seed.stream("attack"),
            replays: Replays::default(),
            statistics: AttackerStatistics::default(),
            parameters,
        }
    }

    /// What it does.
    pub fn parameters(&self) -> &AttackerParameters {
        &self.parameters
    }

    /// What it has done so far.
    pub fn statistics(&self) -> AttackerStatistics {
        self.statistics
    }

    /// Tells it something, which it forgets at once if its parameters say that it does not know
    /// such things.
    pub fn learn(&mut self, now: Time, fact: Fact) {
        let is_known = match fact {
            Fact::Address(..) => true,
            Fact::Fragment(..) => self.parameters.knows_fragments,
            Fact::Source(..) => self.parameters.knows_sources,
        };
        if !is_known {
            return;
        }
        let had_target = self.has_target();
        self.knowledge.learn(fact);
        if !had_target && self.has_target() {
            self.next = self.next.max(now);
        }
    }

    /// Sees a packet pass: a replay copies it, a reflection counts what hits its victim. Each
    /// packet is to be shown once.
    pub fn handle(&mut self, now: Time, packet: &Packet) {
        if !matches!(packet.origin, Origin::Host(_)) {
            return;
        }
        let is_on = self.is_on(now);
        if let Attack::Replay(replay) = &self.parameters.attack
            && is_on
            && is_copied(replay, packet, &mut self.random)
        {
            self.statistics.packets_copied += 1;
            self.replays.keep(now, replay, packet);
        }
        if let Attack::Reflection(reflection) = &self.parameters.attack
            && packet.destination == reflection.victim
        {
            self.statistics.packets_reflected += 1;
            self.statistics.bytes_reflected += packet.payload.len() as u64;
        }
    }

    /// The next packet that is due, from where it claims to come; its number is for the world to
    /// give.
    pub fn poll(&mut self, now: Time) -> Option<Packet> {
        let due = self.deadline().filter(|due| *due <= now)?;
        let packet = match &self.parameters.attack {
            Attack::Candidates(_) => return None,
            Attack::Replay(replay) => {
                let source = replay.source.clone();
                let packet = self.replays.pop(now)?;
                let source = source.map(|source| self.choose_source(&source, packet.destination));
                Packet { source: source.unwrap_or(packet.source), ..packet }
            }
            Attack::Flood(_) | Attack::Reflection(_) => {
                self.next = due + self.parameters.interval();
                self.forge()?
            }
        };
        self.statistics.packets_sent += 1;
        self.statistics.bytes_sent += packet.payload.len() as u64;
        Some(Packet { number: 0, origin: Origin::Attacker(self.index), sent: now, ..packet })
    }

    /// The next candidate that is due, to be signalled to the target.
    pub fn poll_candidate(&mut self, now: Time) -> Option<CandidateInit> {
        let due = self.deadline().filter(|due| *due <= now)?;
        let Attack::Candidates(forgery) = &self.parameters.attack else { return None };
        let candidate = forgery.candidate(self.statistics.packets_sent)?;
        self.next = due + self.parameters.interval();
        self.statistics.packets_sent += 1;
        self.statistics.bytes_sent += candidate.candidate.len() as u64;
        Some(candidate)
    }

    /// When the next packet or candidate is due, if it knows where to send it.
    pub fn deadline(&self) -> Option<Time> {
        let is_over = self.statistics.packets_sent >= self.parameters.most_packets;
        let due = match &self.parameters.attack {
            Attack::Replay(_) => self.replays.due(),
            Attack::Candidates(forgery) => {
                let is_left = self.statistics.packets_sent < forgery.count();
                (is_left && self.is_on(self.next)).then_some(self.next)
            }
            Attack::Flood(_) | Attack::Reflection(_) => {
                let is_able = self.has_target() && !self.forgeries().is_empty();
                (is_able && self.is_on(self.next)).then_some(self.next)
            }
        };
        due.filter(|_| !is_over)
    }

    fn is_on(&self, now: Time) -> bool {
        (self.parameters.start_time()..self.parameters.end_time()).contains(&now)
    }

    /// Where the flood goes: what a victim's source or the like makes sense for.
    fn targets(&self) -> impl Iterator<Item = SocketAddr> {
        let told = self.knowledge.addresses(self.parameters.target);
        let family = match &self.parameters.attack {
            Attack::Reflection(reflection) => Some(reflection.victim.is_ipv4()),
            _ => None,
        };
        let all = self.parameters.addresses.iter().chain(told).copied();
        all.filter(move |target| family.is_none_or(|is_ipv4| target.is_ipv4() == is_ipv4))
    }

    fn has_target(&self) -> bool {
        self.targets().next().is_some()
    }

    fn forgeries(&self) -> &[Forgery] {
        match &self.parameters.attack {
            Attack::Flood(flood) => &flood.forgeries,
            Attack::Reflection(reflection) => &reflection.forgeries,
            Attack::Replay(_) | Attack::Candidates(_) => &[],
        }
    }

    /// A forged packet: kinds of forgeries and targets take turns.
    fn forge(&mut self) -> Option<Packet> {
        let source = match &self.parameters.attack {
            Attack::Flood(flood) => flood.source.clone(),
            Attack::Reflection(reflection) => SpoofedSource::Addresses(vec![reflection.victim]),
            Attack::Replay(_) | Attack::Candidates(_) => return None,
        };
        let forgeries = self.forgeries();
        let ordinal = self.statistics.packets_sent;
        let forgery = *in_turn(forgeries, ordinal)?;
        let round = ordinal / forgeries.len() as u64;
        let targets: Vec<SocketAddr> = self.targets().collect();
        let destination = *in_turn(&targets, round)?;
        let source = self.choose_source(&source, destination);
        let (target, knowledge) = (self.parameters.target, &self.knowledge);
        let payload = Forger { target, knowledge, random: &mut self.random }.forge(forgery);
        let (number, origin, sent) = (0, Origin::Attacker(self.index), Time::ZERO);
        Some(Packet { number, origin, sent, source, destination, ecn: 0, payload })
    }

    /// A source of the family of `destination`.
    fn choose_source(&mut self, source: &SpoofedSource, destination: SocketAddr) -> SocketAddr {
        let is_alike = |known: &&SocketAddr| known.is_ipv4() == destination.is_ipv4();
        let peer = self.knowledge.addresses(self.parameters.target.other());
        let peer = peer.iter().rfind(is_alike).copied();
        let ordinal = self.statistics.packets_sent;
        let chosen = match source {
            SpoofedSource::Peer => peer,
            SpoofedSource::Random => None,
            SpoofedSource::RandomPort => {
                let port = 1 + self.random.below(65_535) as u16;
                peer.map(|peer| SocketAddr::new(peer.ip(), port))
            }
            SpoofedSource::Addresses(all) => {
                let all: Vec<SocketAddr> = all.iter().filter(is_alike).copied().collect();
                in_turn(&all, ordinal).copied()
            }
        };
        chosen.unwrap_or_else(|| random_address(destination.is_ipv4(), &mut self.random))
    }
}

fn is_copied(replay: &Replay, packet: &Packet, random: &mut RandomStream) -> bool {
    let is_wanted = Traffic::of(&packet.payload).is_some_and(|kind| replay.traffic.contains(&kind));
    is_wanted && replay.share.happens(random.next_u32())
}

fn in_turn<T>(all: &[T], ordinal: u64) -> Option<&T> {
    all.get(ordinal.checked_rem(all.len() as u64)? as usize)
}

/// An address of a range that is nobody's: of benchmarks (RFC 2544) or of documentation (RFC 3849).
fn random_address(is_ipv4: bool, random: &mut RandomStream) -> SocketAddr {
    let port = 1 + random.below(65_535) as u16;
    let [a, b, c] = random.bytes::<3>();
    match is_ipv4 {
        true => SocketAddr::from(([198, 18 | a & 1, b, c], port)),
        false => {
            let tail = u16::from_be_bytes([b, c]);
            SocketAddr::from(([0x2001, 0xdb8, 0xffff, 0, 0, 0, u16::from(a), tail], port))
        }
    }
}
