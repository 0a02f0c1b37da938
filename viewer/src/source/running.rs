//! A simulation under way, as it is told.

use std::ops::ControlFlow;

use roomrtc_core::base::Time;
use roomrtc_sim::report::capture::PlainMedia;
use roomrtc_sim::simulation::Simulation;
use roomrtc_sim::trace::{Place, What};

use super::{CallState, HostState, Listener, Told};

/// A simulation and what is needed to tell it.
#[derive(Debug)]
pub(super) struct Running {
    pub(super) simulation: Simulation,
    pub(super) media: PlainMedia,
    /// Keys of the trace that `media` knows.
    keys: usize,
    /// By host, what was told last.
    states: Vec<HostState>,
}

impl Running {
    pub(super) fn new(simulation: Simulation) -> Running {
        let states = vec![HostState::default(); simulation.clients().len()];
        Running { simulation, media: PlainMedia::default(), keys: 0, states }
    }

    /// A copy that goes on as this one would, if there can be one.
    pub(super) fn snapshot(&self) -> Option<Running> {
        let simulation = self.simulation.snapshot()?;
        let (media, states) = (self.media.clone(), self.states.clone());
        Some(Running { simulation, media, keys: self.keys, states })
    }

    /// Does what is next, if that is no later than `until`, and tells it. Says whether to go on.
    pub(super) fn step(&mut self, until: Time, listener: &mut dyn Listener) -> ControlFlow<()> {
        let is_moved = self.simulation.step(until);
        self.tell_events(listener)?;
        self.tell_states(listener)?;
        if is_moved { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }

    /// Tells in which states everything is: for who did not hear what was before.
    pub(super) fn tell_all_states(&self, listener: &mut dyn Listener) -> ControlFlow<()> {
        let time = self.simulation.now();
        let mut states = self.states.iter().enumerate();
        states.try_for_each(|(host, state)| listener.hear(Told::State { time, host, state }))
    }

    fn tell_events(&mut self, listener: &mut dyn Listener) -> ControlFlow<()> {
        let known = self.simulation.trace().keys();
        known.iter().skip(self.keys).for_each(|keys| self.media.learn(keys));
        self.keys = known.len();
        for event in &self.simulation.take_events() {
            let plain = match (&event.what, event.place) {
                (What::Packet(packet), Place::Host(_)) => self.media.open(event.place, packet),
                _ => None,
            };
            listener.hear(Told::Event { event, plain })?;
        }
        ControlFlow::Continue(())
    }

    fn tell_states(&mut self, listener: &mut dyn Listener) -> ControlFlow<()> {
        let time = self.simulation.now();
        for (host, client) in self.simulation.clients().iter().enumerate() {
            let call = Some(CallState::of(client.signaling()));
            let session = client.engine.as_ref().and_then(|engine| engine.inspect());
            let state = HostState { call, session };
            if self.states.get(host) == Some(&state) {
                continue;
            }
            if let Some(last) = self.states.get_mut(host) {
                *last = state;
            }
            listener.hear(Told::State { time, host, state: &state })?;
        }
        ControlFlow::Continue(())
    }
}
