//! What other programs do to the accounts while the server runs.

use std::sync::atomic::Ordering;

use mio::Interest;

use super::Server;
use super::workers::Job;
use crate::accounts::DataDirectory;
use crate::hub::{AccountChange, Input};

impl Server {
    /// Looks for changes if somebody said that there are some.
    pub(super) fn look_for_changes(&mut self) {
        if self.handle.has_changes.swap(false, Ordering::AcqRel) {
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

    /// Has the loop woken by the bell of the data directory, if there is one. Without it the server
    /// runs on, and looks for changes when it is sent SIGHUP.
    pub(super) fn hang_bell(&mut self) {
        let Some(directory) = &mut self.directory else {
            return;
        };
        let registry = self.poll.registry();
        let hung = directory
            .hang_bell()
            .and_then(|bell| registry.register(bell, Server::CHANGES, Interest::READABLE));
        if let Err(error) = hung {
            let advice = "after changing accounts beside the server, send it SIGHUP";
            tracing::warn!(%error, advice, "cannot listen for changes of the accounts");
        }
    }
}
