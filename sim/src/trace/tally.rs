//! What is counted of a run.

use std::collections::BTreeMap;

use roomrtc_core::base::Time;
use roomrtc_core::session::Statistics;

use super::{Cause, HostTally, PacketClass, PacketFate, Place, What};
use crate::network::{Origin, Packet};

/// What is counted of a run, whatever the trace keeps.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    hosts: Vec<HostTally>,
    dropped: BTreeMap<&'static str, u64>,
    /// Events of the run.
    events: u64,
    last: Time,
}

impl Tally {
    /// Hosts that are counted. A world has far fewer; an index beyond is not counted.
    pub const MOST_HOSTS: usize = 4_096;

    /// By host, in the order of their indices.
    pub fn hosts(&self) -> &[HostTally] {
        &self.hosts
    }

    /// Packets dropped by the network, by the name of the cause.
    pub fn dropped(&self) -> &BTreeMap<&'static str, u64> {
        &self.dropped
    }

    /// How many events there were.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// The time of the last event.
    pub fn last(&self) -> Time {
        self.last
    }

    /// A deadline of the engine of the host `host` was due.
    pub fn wake_up(&mut self, host: usize) {
        if let Some(host) = self.host(Place::Host(host)) {
            host.wake_ups += 1;
        }
    }

    /// The engine of the host `host` ends with these statistics.
    pub fn conclude(&mut self, host: usize, statistics: &Statistics) {
        if let Some(host) = self.host(Place::Host(host)) {
            host.conclude(statistics);
        }
    }

    pub(super) fn count(&mut self, now: Time) {
        self.events += 1;
        self.last = self.last.max(now);
    }

    pub(super) fn packet(&mut self, now: Time, place: Place, packet: &Packet, fate: PacketFate) {
        if let PacketFate::Dropped(Cause { name, .. }) = fate {
            *self.dropped.entry(name).or_default() += 1;
        }
        let class = PacketClass::of(&packet.payload);
        let Some(host) = self.host(place) else { return };
        match fate {
            PacketFate::Sent => host.send_packet(class, &packet.payload, packet.wire_length()),
            PacketFate::Delivered => {
                host.receive_packet(class, packet.payload.len());
                if class == PacketClass::Rtp && matches!(packet.origin, Origin::Host(_)) {
                    host.repairs.packet(now, &packet.payload);
                }
            }
            _ => {}
        }
    }

    pub(super) fn watch(&mut self, now: Time, place: Place, what: &What) {
        let Some(host) = self.host(place) else { return };
        match what {
            What::Engine(event) => host.engine(now, event),
            What::Signalling(event) => host.signalling(now, event),
            What::Frame(frame) => host.frame(now, frame),
            What::KeyFrameRequest => host.key_frames_requested += 1,
            What::Packet(_) | What::Happening(_) | What::Sample(_) => {}
        }
    }

    fn host(&mut self, place: Place) -> Option<&mut HostTally> {
        let Place::Host(index) = place else { return None };
        if index >= Tally::MOST_HOSTS {
            return None;
        }
        if index >= self.hosts.len() {
            self.hosts.resize_with(index + 1, HostTally::default);
        }
        self.hosts.get_mut(index)
    }
}
