//! All packets of a run.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::ops::Range;

use roomrtc_core::base::Time;
use roomrtc_sim::trace::{PacketEvent, PacketFate, Place};

use super::{Crossing, Fate, Loss};
use crate::reading::Reading;

/// By sender and destination, where packets arrive, and when the last of those was sent.
type Ways = BTreeMap<(Place, SocketAddr), (Place, Time)>;

/// The packets of a run, each once, in the order in which they were sent.
#[derive(Clone, Debug, Default)]
pub struct Ladder {
    crossings: Vec<Crossing>,
    by_number: BTreeMap<u64, u32>,
    /// By place among the crossings, in steps of [`Ladder::STEP`]: the latest that is seen of any
    /// packet so far. It only grows, so it can be searched.
    latest: Vec<Time>,
    left_out: u64,
}

impl Ladder {
    /// Packets that are kept; those sent later are counted only.
    pub const MOST: usize = 400_000;
    /// Packets of which `latest` says when the last is seen of them.
    const STEP: usize = 64;

    /// The packets, in the order in which they were sent.
    pub fn crossings(&self) -> &[Crossing] {
        &self.crossings
    }

    /// A packet by its place in the order.
    pub fn get(&self, index: usize) -> Option<&Crossing> {
        self.crossings.get(index)
    }

    /// The place of the packet of this number.
    pub fn find(&self, number: u64) -> Option<usize> {
        self.by_number.get(&number).map(|index| *index as usize)
    }

    /// How many packets were left out because there were too many.
    pub fn left_out(&self) -> u64 {
        self.left_out
    }

    /// The places of the packets that may be on their way at some time from `from` to `until`. It may
    /// have some that are not, and has all that are.
    pub fn under_way(&self, from: Time, until: Time) -> Range<usize> {
        let end = self.crossings.partition_point(|crossing| crossing.sent <= until);
        let step = self.latest.partition_point(|latest| *latest < from);
        (step * Ladder::STEP).min(end)..end
    }

    /// A packet is sent.
    pub(crate) fn send(&mut self, now: Time, from: Place, packet: &PacketEvent, reading: Reading) {
        if self.crossings.len() >= Ladder::MOST {
            self.left_out += 1;
            return;
        }
        self.by_number.insert(packet.number, self.crossings.len() as u32);
        self.crossings.push(Crossing {
            number: packet.number,
            from,
            to: None,
            sent: now,
            fate: Fate::Unknown,
            copies: 0,
            class: packet.class,
            length: packet.length,
            source: packet.source,
            destination: packet.destination,
            reading,
        });
    }

    /// Something became of a packet that was sent.
    pub(crate) fn follow(&mut self, now: Time, place: Place, packet: &PacketEvent) {
        let index = self.find(packet.number);
        let Some(crossing) = index.and_then(|index| self.crossings.get_mut(index)) else { return };
        match (packet.fate, crossing.fate) {
            (PacketFate::Delivered, Fate::Arrived(_)) => crossing.copies += 1,
            (PacketFate::Delivered, _) => {
                crossing.fate = Fate::Arrived(now);
                crossing.to = Some(place);
            }
            // A copy that is lost takes nothing from one that arrived.
            (PacketFate::Dropped(cause), Fate::Unknown) => {
                let (name, ordinal) = (cause.name, cause.ordinal);
                let loss = Loss { time: now, place: Some(place), cause: name, ordinal };
                crossing.fate = Fate::Lost(loss);
            }
            _ => {}
        }
    }

    /// The run is over: says where lost packets were going, and which packets were lost without a word,
    /// between hosts both of which `is_heard`.
    pub(crate) fn finish(&mut self, is_heard: impl Fn(Place) -> bool) {
        let (ways, others) = self.ways();
        for crossing in &mut self.crossings {
            if crossing.to.is_none() {
                let way = (crossing.from, crossing.destination);
                let known = ways.get(&way).map(|(to, _)| *to);
                crossing.to = known.or_else(|| others.get(&crossing.from).copied());
            }
            // What was sent before something else that arrived has had its time.
            let last = ways.get(&(crossing.from, crossing.destination)).map(|(_, last)| *last);
            let is_overdue = last.is_some_and(|last| crossing.sent < last);
            let is_between = is_heard(crossing.from) && crossing.to.is_some_and(&is_heard);
            if crossing.fate == Fate::Unknown && is_overdue && is_between {
                let (time, cause) = (crossing.sent, Loss::NOT_RECEIVED);
                crossing.fate = Fate::Lost(Loss { time, place: None, cause, ordinal: None });
            }
        }
        self.summarize();
    }

    /// The ways there are; and by sender, at which host its last packet arrived.
    fn ways(&self) -> (Ways, BTreeMap<Place, Place>) {
        let (mut ways, mut others) = (BTreeMap::new(), BTreeMap::new());
        for crossing in &self.crossings {
            let (Some(to), Some(_)) = (crossing.to, crossing.arrived()) else { continue };
            ways.insert((crossing.from, crossing.destination), (to, crossing.sent));
            if matches!(to, Place::Host(_)) {
                others.insert(crossing.from, to);
            }
        }
        (ways, others)
    }

    fn summarize(&mut self) {
        let mut latest = Time::ZERO;
        self.latest = self
            .crossings
            .chunks(Ladder::STEP)
            .map(|chunk| {
                latest = chunk.iter().map(Crossing::last).fold(latest, Time::max);
                latest
            })
            .collect();
    }
}
