//! What the hub wants done, and what was done.

use super::Server;
use super::completion::Completion;
use super::job::Job;
use crate::hub::{AccountOutcome, Effect, Input};

impl Server {
    /// Hands the hub what workers have done. Its connections may be read again.
    pub(super) fn complete_operations(&mut self) {
        while let Some(Completion { operation, outcome }) = self.workers.poll() {
            let now = self.clock.now();
            self.hub.handle(now, Input::AccountDone { operation, outcome });
            self.active.append(&mut self.paused);
        }
    }

    /// Does what the hub wants until it wants nothing more.
    pub(super) fn serve_hub(&mut self) {
        loop {
            if let Some(effect) = self.hub.poll_effect() {
                self.perform(effect);
            } else if let Some(id) = self.hub.poll_ready() {
                self.write(id);
            } else {
                return;
            }
        }
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Close { connection, reason } => self.close(connection, reason),
            Effect::Account { operation, request, .. } => {
                if !self.workers.submit(Job { operation, request }) {
                    let outcome = AccountOutcome::Overloaded;
                    let now = self.clock.now();
                    self.hub.handle(now, Input::AccountDone { operation, outcome });
                    self.active.append(&mut self.paused);
                }
            }
        }
    }
}
