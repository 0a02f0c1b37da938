//! What the hub wants done, and what was done.

use super::Server;
use super::workers::{Completion, Job};
use crate::hub::{AccountOutcome, Effect, Input, OperationId};

impl Server {
    /// Hands the hub what workers have done. Its connections may be read again.
    pub(super) fn complete_operations(&mut self) {
        while let Some(completion) = self.workers.poll() {
            match completion {
                Completion::Account { operation, outcome } => self.complete(operation, outcome),
                Completion::Probed { is_readable } => self.probed(is_readable),
                Completion::Changes(changes) => self.apply_changes(changes),
            }
        }
    }

    fn complete(&mut self, operation: OperationId, outcome: AccountOutcome) {
        self.hub.handle(self.clock.now(), Input::AccountDone { operation, outcome });
        self.agenda.active.append(&mut self.agenda.paused);
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
            Effect::Account { operation, address, request } => {
                if !self.workers.submit(Job::Account { operation, address, request }) {
                    self.complete(operation, AccountOutcome::Overloaded);
                }
            }
        }
    }
}
