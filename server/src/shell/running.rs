//! The loop.

use std::io;
use std::sync::atomic::Ordering;
use std::time::Duration;

use mio::Events;
use mio::event::Event;

use super::{Door, Server};
use crate::hub::{ConnectionId, Input};

impl Server {
    /// Most events taken from the system in a turn of the loop. The system hands them out in the order
    /// in which they came: the fewer in a turn, the less does anyone wait for who came later.
    const EVENTS_A_TURN: usize = 32;

    /// Serves until it is stopped. Then nobody is let in any more, operations on the accounts that
    /// are under way are finished and answered, and everyone is told; all within
    /// [`super::ServerConfig::drain_timeout`].
    ///
    /// # Errors
    /// What the system says if waiting for sockets fails.
    pub fn run(&mut self) -> io::Result<()> {
        let mut events = Events::with_capacity(Server::EVENTS_A_TURN);
        while !self.is_drained() {
            match self.poll.poll(&mut events, self.timeout()) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            }
            let began = self.clock.now();
            for event in &events {
                self.note(event);
            }
            self.turn();
            let ended = self.clock.now();
            self.health.lag.note(ended, ended.since(began));
            self.metrics.turns.observe(ended.since(began).as_secs_f64());
        }
        let finishes = self.workers.is_idle();
        self.drop_all_links();
        self.serve_hub();
        self.workers.stop(finishes);
        Ok(())
    }

    /// Everything that can be done without waiting.
    fn turn(&mut self) {
        if self.handle.is_stopping() && self.draining_until.is_none() {
            self.begin_draining();
        }
        self.accept_all();
        self.look_for_changes();
        self.complete_operations();
        self.read_active();
        self.hub.handle(self.clock.now(), Input::Tick);
        self.serve_hub();
        self.answer_stun();
        self.send_off();
        self.drop_late();
        self.expire_health_checks();
    }

    fn answer_stun(&mut self) {
        if let Some(stun) = &mut self.stun {
            stun.answer(self.clock.now(), &self.metrics);
        }
    }

    fn note(&mut self, event: &Event) {
        let door = match event.token() {
            Server::CLIENTS => Some(Door::Clients),
            Server::OPERATOR => Some(Door::Operator),
            _ => None,
        };
        if let Some(listener) = door.and_then(|door| self.listeners.get_mut(&door)) {
            listener.is_acceptable = true;
        }
        if event.token() == Server::CHANGES {
            self.handle.has_changes.store(true, Ordering::Release);
        }
        if let Some(stun) = self.stun.as_mut().filter(|_| event.token() == Server::STUN) {
            stun.is_readable = true;
        }
        self.note_link(ConnectionId(event.token().0 as u64), event);
    }

    fn note_link(&mut self, id: ConnectionId, event: &Event) {
        let Some(link) = self.links.get_mut(&id) else {
            return;
        };
        let reads_to_the_end = event.is_read_closed() || event.is_error() || event.is_priority();
        if event.is_readable() || reads_to_the_end {
            link.readable = true;
            link.reads_to_the_end |= reads_to_the_end;
            self.agenda.active.insert(id);
        }
        if event.is_writable() {
            link.set_writable();
            // What was not read because too much was unwritten is read now.
            self.agenda.active.insert(id);
            self.write(id);
        }
    }

    /// How long nothing has to be done if nothing happens.
    fn timeout(&self) -> Option<Duration> {
        let mut listeners = self.listeners.values();
        let stun = self.stun.as_ref().is_some_and(|stun| stun.is_readable);
        if stun || !self.agenda.active.is_empty() || listeners.any(|listener| listener.is_due()) {
            return Some(Duration::ZERO);
        }
        let hub = self.hub.deadline().map(|deadline| deadline.at);
        let lingering = self.agenda.lingering.first().map(|(at, _)| *at);
        let opening = self.agenda.openings.first().map(|(at, _)| *at);
        let accept = self.listeners.values().filter_map(|listener| listener.again_at).min();
        let stops = [self.health.until, self.draining_until, self.changes_at()];
        let next = [hub, lingering, opening, accept].into_iter().chain(stops).flatten().min();
        next.map(|at| self.clock.until(at))
    }
}
