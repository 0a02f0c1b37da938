//! What other programs do to the accounts while the server runs.

use std::sync::atomic::Ordering;

use mio::Interest;
use roomrtc_core::base::Time;

use super::Server;
use super::workers::Job;
use crate::accounts::DataDirectory;
use crate::hub::{AccountChange, Input};

impl Server {
    /// Looks for changes if somebody said that there are some, and as often as it is looked whether
    /// connections live, since who made them may not have come to say so.
    pub(super) fn look_for_changes(&mut self) {
        let now = self.clock.now();
        let is_told = self.handle.has_changes.swap(false, Ordering::AcqRel);
        if is_told || self.directory.is_some() && self.agenda.changes_at <= now {
            self.agenda.changes_at = now + self.config.hub.heartbeat;
            self.directory.iter().for_each(DataDirectory::quieten_bell);
            // If a worker is about to look already, it sees what there is now.
            self.workers.submit(Job::TakeChanges);
        }
    }

    /// Tells the hub what was done, and looks for more.
    pub(super) fn apply_changes(&mut self, changes: Vec<AccountChange>) {
        if changes.is_empty() {
            return;
        }
        tracing::info!(count = changes.len(), "another program has changed accounts");
        for change in changes {
            self.hub.handle(self.clock.now(), Input::AccountChanged(change));
        }
        self.workers.submit(Job::TakeChanges);
    }

    /// When to look again, if there is somebody whom it may concern.
    pub(super) fn changes_at(&self) -> Option<Time> {
        let concerns = self.directory.is_some() && !self.links.is_empty();
        concerns.then_some(self.agenda.changes_at)
    }

    /// Has the loop woken by the bell of the data directory, if there is one. Without it the server
    /// runs on, and looks for changes when it is sent SIGHUP, or in a while.
    pub(super) fn hang_bell(&mut self) {
        let Some(directory) = &mut self.directory else {
            return;
        };
        let registry = self.poll.registry();
        let hung = directory
            .hang_bell()
            .and_then(|bell| registry.register(bell, Server::CHANGES, Interest::READABLE));
        if let Err(error) = hung {
            let advice =
                "changes beside the server count in a while, or at once when it is sent SIGHUP";
            tracing::warn!(%error, advice, "cannot listen for changes of the accounts");
        }
    }
}
