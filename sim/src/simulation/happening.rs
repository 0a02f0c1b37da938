//! What the scenario has happen.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::session::Command;

use super::Simulation;
use crate::client::Client;
use crate::event::WorldEvent;
use crate::ledger::Fault;
use crate::link::LinkParameters;
use crate::scenario::{Occurrence, Side};
use crate::trace::{Happening, HappeningPhase, Place, What};

impl Simulation {
    /// The scenario's happening of this index begins.
    pub(super) fn happen(&mut self, index: usize) {
        if !self.is_committed(index) {
            return;
        }
        let occurrence = self.scenario.happenings[index].does.clone();
        let lasts = occurrence.lasts();
        let phase = if lasts.is_some() { HappeningPhase::Begins } else { HappeningPhase::Occurs };
        self.tell_happening(&occurrence, phase);
        if occurrence.is_fault() {
            self.ledger.append(Fault::Happening(index));
        }
        if let Some(lasts) = lasts {
            self.push_event(self.now + lasts, WorldEvent::HappeningEnds(index));
        }
        self.begin(index, occurrence);
    }

    fn begin(&mut self, index: usize, occurrence: Occurrence) {
        match occurrence {
            Occurrence::Link { of, interface, up, down } => {
                self.reconfigure(of, interface, up.as_deref(), down.as_deref());
            }
            Occurrence::Suspend { of, .. } => self.suspend(of),
            Occurrence::Drift { of, parts_per_million } => self.drift(of, parts_per_million),
            Occurrence::RebootNat { of, interface, nat } => {
                self.network.reboot_nat(of.index(), interface, nat);
            }
            Occurrence::RestartServer { .. } => self.stop_server(),
            Occurrence::SignalingOutage { lasts } => {
                self.signaling.resumes = self.now + lasts.duration();
            }
            Occurrence::Disconnect { of } => self.cut_off(of),
            Occurrence::RemoveInterface { of, interface } => self.set_up_down(of, interface, false),
            Occurrence::AddInterface { of, interface } => self.set_up_down(of, interface, true),
            Occurrence::RestartIce { of } => self.renegotiate(of, Client::restart_ice),
            Occurrence::Offer { of } => self.renegotiate(of, Client::offer),
            Occurrence::Direction { of, direction } => {
                self.renegotiate(of, |client, now| client.change_direction(now, direction.into()));
            }
            Occurrence::RequestKeyFrames { of, count, every } => {
                self.request_key_frames(index, of, count, every.duration());
            }
            Occurrence::HangUp { of } => self.hang_up(of),
        }
    }

    /// What the scenario had happen is over.
    pub(super) fn end_happening(&mut self, index: usize) {
        let occurrence = self.scenario.happenings[index].does.clone();
        self.tell_happening(&occurrence, HappeningPhase::Ends);
        match occurrence {
            Occurrence::Suspend { of, .. } => {
                self.clients[of.index()].clock.resume(self.now);
                self.settle(of.index());
            }
            Occurrence::RestartServer { .. } => self.signaling.server.start(),
            _ => {}
        }
    }

    fn tell_happening(&mut self, occurrence: &Occurrence, phase: HappeningPhase) {
        let detail = occurrence.side().map_or("", Side::name).to_owned();
        let happening = Happening { phase, name: occurrence.name(), detail };
        self.trace.record(self.now, Place::World, What::Happening(happening));
    }

    fn drift(&mut self, of: Side, parts_per_million: i32) {
        let clock = &mut self.clients[of.index()].clock;
        clock.set_drift(self.now, i64::from(parts_per_million));
        self.settle(of.index());
    }

    fn suspend(&mut self, of: Side) {
        let client = &mut self.clients[of.index()];
        client.clock.suspend(self.now);
        self.wakes[of.index()] = None;
    }

    fn stop_server(&mut self) {
        for connection in self.signaling.server.stop() {
            self.tell_disconnected(connection);
        }
    }

    fn cut_off(&mut self, of: Side) {
        if let Some(connection) = self.clients[of.index()].connection {
            self.push_event(self.now, WorldEvent::ConnectionLost { connection });
            self.tell_disconnected(connection);
        }
    }

    fn request_key_frames(&mut self, index: usize, of: Side, count: u32, every: Duration) {
        let now = self.clients[of.index()].clock.local(self.now);
        self.clients[of.index()].request_key_frame(now);
        self.trace.record(self.now, Place::Host(of.index()), What::KeyFrameRequest);
        if let Some(left) = count.checked_sub(1).filter(|left| *left > 0) {
            // What is left of the happening is what happens next.
            let happening = &mut self.scenario.happenings[index];
            happening.does = Occurrence::RequestKeyFrames { of, count: left, every: every.into() };
            self.push_event(self.now + every, WorldEvent::Happening(index));
        }
        self.settle(of.index());
    }

    fn renegotiate(&mut self, of: Side, ask: impl FnOnce(&mut Client, Time)) {
        let client = &mut self.clients[of.index()];
        let now = client.clock.local(self.now);
        ask(client, now);
        self.settle(of.index());
    }

    fn hang_up(&mut self, of: Side) {
        let client = &mut self.clients[of.index()];
        let now = client.clock.local(self.now);
        client.hang_up(now);
        client.end_call();
        self.settle(of.index());
    }
}

impl Simulation {
    /// Whether a happening takes place: where the faults are given, only those.
    fn is_committed(&self, index: usize) -> bool {
        let is_fault = self.scenario.happenings[index].does.is_fault();
        match &self.faults {
            Some(faults) if is_fault => faults.contains(&Fault::Happening(index)),
            _ => true,
        }
    }

    /// Tells scripted links which models they will be given, so that faults of these wait for them.
    pub(super) fn expect_links(&mut self) {
        if self.faults.is_none() {
            return;
        }
        for happening in &self.scenario.happenings {
            let Occurrence::Link { of, interface, up, down } = &happening.does else { continue };
            let Some(found) = self.network.interfaces[of.index()].get(*interface) else { continue };
            for (pipe, models) in [(found.up, up), (found.down, down)] {
                if let Some(models) = models {
                    self.network.pipes[pipe].expect(models);
                }
            }
        }
    }

    fn reconfigure(
        &mut self,
        of: Side,
        interface: usize,
        up: Option<&[LinkParameters]>,
        down: Option<&[LinkParameters]>,
    ) {
        let Some(found) = self.network.interfaces[of.index()].get(interface) else {
            return;
        };
        for (pipe, models) in [(found.up, up), (found.down, down)] {
            if let Some(models) = models {
                self.network.pipes[pipe].reconfigure(models);
            }
        }
    }

    fn set_up_down(&mut self, of: Side, interface: usize, is_up: bool) {
        let Some(found) = self.network.interfaces[of.index()].get_mut(interface) else {
            return;
        };
        found.is_up = is_up;
        let address = found.address;
        let client = &mut self.clients[of.index()];
        let now = client.clock.local(self.now);
        client.command(
            now,
            match is_up {
                true => Command::AddLocalAddress(address),
                false => Command::RemoveLocalAddress(address),
            },
        );
        self.settle(of.index());
    }
}
