//! When a client has something to do.

use roomrtc_core::base::{Deadline, Time};

use super::Client;

impl Client {
    /// When, in the world's time, the client has something to do; `None` while its host sleeps or
    /// nothing but a message can bring anything about.
    pub fn wakes_at(&self) -> Option<Time> {
        let engine = self.engine_deadline().map(|deadline| deadline.at);
        let own = [self.accepts_at, self.restarts_at, self.films_at(), self.signaling.deadline()];
        let local = own.into_iter().flatten().chain(engine).min()?;
        self.clock.world(local)
    }

    /// The engine's deadline, in the host's time.
    pub fn engine_deadline(&self) -> Option<Deadline> {
        self.engine.as_ref().and_then(|engine| engine.deadline())
    }

    /// Does what is due for the application itself at the host's time `now`.
    pub fn handle_timers(&mut self, now: Time) {
        self.signaling.handle_timeout(now);
        if self.accepts_at.is_some_and(|at| at <= now) {
            self.accepts_at = None;
            self.accept();
        }
        if self.restarts_at.is_some_and(|at| at <= now) {
            self.restarts_at = None;
            self.restart_ice(now);
        }
    }
}
