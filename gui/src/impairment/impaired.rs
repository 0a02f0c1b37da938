//! A client behind a bad network.

use std::time::Duration;

use roomrtc_core::base::{Deadline, DeadlineReason, Seed, Time};
use roomrtc_core::session::{Datagram, Transmit};
use roomrtc_io_mio::{
    Driven, LocalAddress, NameAction, NameEvent, StreamAction, StreamEvent, StreamId,
};
use roomrtc_sim::link::TimedPipe;
use roomrtc_sim::network::{Origin, Packet};

use super::{Crossing, Impairment};

/// Most transmits taken from the driven at once, as many as the loop takes in a round.
const MOST_TRANSMITS: usize = 256;

/// How long a loop that is to end waits for the last datagrams to leave the pipe.
const LINGER: Duration = Duration::from_secs(2);

/// Drives another, whose datagrams go through pipes.
#[derive(Debug)]
pub struct Impaired<D> {
    driven: D,
    impairment: Impairment,
    up: TimedPipe,
    down: TimedPipe,
    now: Time,
    /// Datagrams on their way from the driven into the pipe.
    output: Vec<u8>,
    finished_at: Option<Time>,
}

impl<D: Driven> Impaired<D> {
    /// Puts the pipes around `driven`; what they draw depends on the seed.
    pub fn new(driven: D, impairment: Impairment, seed: &Seed) -> Impaired<D> {
        let [up, down] = impairment.pipes(seed);
        Impaired {
            driven,
            impairment,
            up,
            down,
            now: Time::ZERO,
            output: Vec::new(),
            finished_at: None,
        }
    }

    /// What became of the datagrams.
    pub fn crossing(self) -> Crossing {
        let counters = |pipe: &TimedPipe| {
            let mut counters = *pipe.pipe().counters();
            counters.offered += pipe.refused();
            counters.overfull += pipe.refused();
            counters
        };
        let (up, down) = (counters(&self.up), counters(&self.down));
        Crossing { impairment: self.impairment, up, down }
    }

    /// Hands over what has arrived by now.
    fn deliver(&mut self, now: Time) {
        while let Some((_, _, packet)) = self.down.poll(now) {
            let Packet { source: remote, destination: local, ecn, payload, .. } = &packet;
            let (remote, local, ecn) = (*remote, *local, *ecn);
            self.driven.handle_datagram(now, Datagram { local, remote, ecn, payload });
        }
    }

    /// Takes what the driven sends into the pipe.
    fn take_transmits(&mut self) {
        for _ in 0..MOST_TRANSMITS {
            self.output.clear();
            let Some(transmit) = self.driven.poll_transmit(&mut self.output) else { return };
            let size = transmit.segment_size.unwrap_or(transmit.length).max(1);
            for payload in self.output.chunks(size) {
                let Transmit { local, destination, ecn, .. } = transmit;
                self.up.offer(self.now, packet(self.now, (local, destination), ecn, payload));
            }
        }
    }

    /// Notes the time, and since when there is nothing more to come.
    fn note(&mut self, now: Time) {
        self.now = now;
        if self.driven.is_finished() {
            self.finished_at.get_or_insert(now);
        }
    }
}

fn packet(
    now: Time,
    (source, destination): (std::net::SocketAddr, std::net::SocketAddr),
    ecn: u8,
    payload: &[u8],
) -> Packet {
    let payload = payload.to_vec();
    // Numbers and origins are for worlds of many hosts.
    Packet { number: 0, origin: Origin::Host(0), sent: now, source, destination, ecn, payload }
}

impl<D: Driven> Driven for Impaired<D> {
    type Command = D::Command;

    fn handle_command(&mut self, now: Time, command: D::Command) {
        self.driven.handle_command(now, command);
        self.note(now);
    }

    fn handle_datagram(&mut self, now: Time, datagram: Datagram<'_>) {
        let Datagram { local, remote, ecn, payload } = datagram;
        self.down.offer(now, packet(now, (remote, local), ecn, payload));
        self.deliver(now);
        self.note(now);
    }

    fn handle_timeout(&mut self, now: Time) {
        self.deliver(now);
        if self.driven.deadline().is_some_and(|deadline| deadline.at <= now) {
            self.driven.handle_timeout(now);
        }
        self.note(now);
    }

    fn handle_local_address(&mut self, now: Time, change: LocalAddress) {
        self.driven.handle_local_address(now, change);
        self.note(now);
    }

    fn handle_stream(&mut self, now: Time, stream: StreamId, event: StreamEvent<'_>) {
        self.driven.handle_stream(now, stream, event);
        self.note(now);
    }

    fn poll_stream(&mut self, output: &mut Vec<u8>) -> Option<StreamAction> {
        self.driven.poll_stream(output)
    }

    fn handle_name(&mut self, now: Time, event: NameEvent) {
        self.driven.handle_name(now, event);
        self.note(now);
    }

    fn poll_name_action(&mut self) -> Option<NameAction> {
        self.driven.poll_name_action()
    }

    fn poll_transmit(&mut self, output: &mut Vec<u8>) -> Option<Transmit> {
        self.take_transmits();
        let (_, _, packet) = self.up.poll(self.now)?;
        output.extend_from_slice(&packet.payload);
        let Packet { source: local, destination, ecn, payload, .. } = packet;
        Some(Transmit { local, destination, ecn, length: payload.len(), segment_size: None })
    }

    fn deadline(&self) -> Option<Deadline> {
        let pipes = [self.up.deadline(), self.down.deadline()].into_iter().flatten().min();
        // A pipe lets packets go one after the other, as a pacer does.
        let pipes = pipes.map(|at| Deadline::new(at, DeadlineReason::Pacing));
        Deadline::earlier(self.driven.deadline(), pipes)
    }

    fn is_finished(&self) -> bool {
        let has_lingered = self.finished_at.is_some_and(|at| self.now - at >= LINGER);
        self.driven.is_finished() && (has_lingered || self.up.deadline().is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::impairment::echo::Echo;
    use roomrtc_sim::link::{Blackout, Delay, LinkParameters, Loss};

    const HERE: ([u8; 4], u16) = ([127, 0, 0, 1], 1_000);
    const THERE: ([u8; 4], u16) = ([127, 0, 0, 1], 2_000);

    fn echo(up: Vec<LinkParameters>, down: Vec<LinkParameters>) -> Impaired<Echo> {
        Impaired::new(Echo::default(), Impairment { up, down }, &Seed::from_u64(1))
    }

    fn receive(echo: &mut Impaired<Echo>, millis: u64, payload: &[u8]) {
        let (local, remote) = (HERE.into(), THERE.into());
        let datagram = Datagram { local, remote, ecn: 2, payload };
        echo.handle_datagram(Time::from_millis(millis), datagram);
    }

    /// What is sent, datagram by datagram.
    fn sent(echo: &mut Impaired<Echo>) -> Vec<Vec<u8>> {
        let mut output = Vec::new();
        let mut next = || {
            output.clear();
            let transmit = echo.poll_transmit(&mut output)?;
            assert_eq!((transmit.local, transmit.destination), (HERE.into(), THERE.into()));
            assert_eq!((transmit.length, transmit.segment_size), (output.len(), None));
            Some(output.clone())
        };
        std::iter::from_fn(&mut next).collect()
    }

    #[test]
    fn delays_are_deadlines_in_both_directions() {
        let mut echo = echo(vec![Delay::millis(30).into()], vec![Delay::millis(20).into()]);
        receive(&mut echo, 5, b"hello");
        assert!(sent(&mut echo).is_empty());
        assert_eq!(echo.deadline().map(|it| it.at), Some(Time::from_millis(25)));
        echo.handle_timeout(Time::from_millis(25));
        assert!(sent(&mut echo).is_empty());
        assert_eq!(echo.deadline().map(|it| it.at), Some(Time::from_millis(55)));
        echo.handle_timeout(Time::from_millis(55));
        assert_eq!(sent(&mut echo), [b"hello", b"hello"]);
        assert_eq!(echo.deadline(), None);
    }

    #[test]
    fn batches_are_taken_apart_and_each_datagram_meets_its_own_fate() {
        let mut echo = echo(vec![Loss::percent(50).into()], vec![]);
        for millis in 0..200 {
            receive(&mut echo, millis, b"x");
        }
        let arrived = sent(&mut echo).len();
        assert!((150..250).contains(&arrived), "{arrived} of 400");
        let crossing = echo.crossing();
        assert_eq!((crossing.up.offered, crossing.up.arrived), (400, arrived as u64));
        assert_eq!((crossing.down.offered, crossing.down.arrived), (200, 200));
    }

    #[test]
    fn it_ends_once_the_pipe_is_empty_or_patience_ends() {
        let mut echo = echo(vec![Delay::millis(30).into()], vec![Blackout::ALWAYS.into()]);
        receive(&mut echo, 0, b"lost");
        echo.handle_command(Time::ZERO, ());
        assert!(echo.is_finished());
        let mut echo = self::echo(vec![Delay::millis(9_000).into()], vec![]);
        receive(&mut echo, 0, b"late");
        assert!(sent(&mut echo).is_empty());
        echo.handle_command(Time::ZERO, ());
        assert!(!echo.is_finished());
        echo.handle_timeout(Time::ZERO + LINGER);
        assert!(echo.is_finished());
    }
}
