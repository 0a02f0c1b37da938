//! A pipe that keeps its own time.

use std::collections::{BTreeMap, VecDeque};

use roomrtc_core::base::Time;

use super::{Onward, Pipe};
use crate::ledger::Ledger;
use crate::network::Packet;

/// A pipe with a queue of what is due, for whoever has no world around it: packets go in, and come
/// out when they have arrived.
///
/// Bounded: while 65,536 things are due, packets are refused, and counted.
#[derive(Clone, Debug)]
pub struct TimedPipe {
    pipe: Pipe,
    ledger: Ledger,
    /// What is due, in the order of time and then of asking.
    due: BTreeMap<(Time, u64), Onward>,
    asked: u64,
    arrived: VecDeque<Onward>,
    refused: u64,
    output: Vec<Onward>,
}

impl TimedPipe {
    const MOST: usize = 1 << 16;

    /// Runs this pipe, and writes its faults to this ledger.
    pub const fn new(pipe: Pipe, ledger: Ledger) -> TimedPipe {
        TimedPipe {
            pipe,
            ledger,
            due: BTreeMap::new(),
            asked: 0,
            arrived: VecDeque::new(),
            refused: 0,
            output: Vec::new(),
        }
    }

    /// Hands a packet in at `now`.
    pub fn offer(&mut self, now: Time, packet: Packet) {
        self.settle(now);
        if self.due.len() + self.arrived.len() >= TimedPipe::MOST {
            self.refused += 1;
            return;
        }
        self.pipe.offer(now, packet, &mut self.ledger, &mut self.output);
        self.keep(now);
    }

    /// The next packet that has arrived by `now`; when it did, and which of the packets handed in
    /// it is, the first of which is 1.
    pub fn poll(&mut self, now: Time) -> Option<(Time, u64, Packet)> {
        self.settle(now);
        match self.arrived.pop_front()? {
            Onward::Arrives { at, ordinal, packet } => Some((at, ordinal, packet)),
            _ => None,
        }
    }

    /// When something is due next.
    pub fn deadline(&self) -> Option<Time> {
        match self.arrived.front() {
            Some(Onward::Arrives { at, .. }) => Some(*at),
            _ => self.due.first_key_value().map(|((at, _), _)| *at),
        }
    }

    /// The pipe itself.
    pub const fn pipe(&self) -> &Pipe {
        &self.pipe
    }

    /// The pipe itself, to be given another chain.
    pub const fn pipe_mut(&mut self) -> &mut Pipe {
        &mut self.pipe
    }

    /// The faults that it committed.
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Packets that were refused because too much was due.
    pub const fn refused(&self) -> u64 {
        self.refused
    }

    /// Does all that is due by `now`, each at its time.
    fn settle(&mut self, now: Time) {
        while let Some(entry) = self.due.first_entry()
            && entry.key().0 <= now
        {
            let at = entry.key().0;
            match entry.remove() {
                Onward::Resumes { ticket, .. } => {
                    self.pipe.resume(at, ticket, &mut self.ledger, &mut self.output);
                    self.keep(at);
                }
                arrival => self.arrived.push_back(arrival),
            }
        }
    }

    /// Keeps what the pipe has said at `now`.
    fn keep(&mut self, now: Time) {
        for onward in self.output.drain(..) {
            let at = match &onward {
                Onward::Lost { .. } | Onward::Altered { .. } => continue,
                Onward::Arrives { at, .. } | Onward::Resumes { at, .. } => (*at).max(now),
            };
            self.due.insert((at, self.asked), onward);
            self.asked += 1;
        }
    }
}
