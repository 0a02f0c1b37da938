//! The way from a client to the main thread.

use std::sync::mpsc::SyncSender;

use super::{ClientEvent, FinishedCall, ProgramEvent};

/// Hands one client's events to the main thread, from any thread and without waiting.
#[derive(Clone, Debug)]
pub struct EventSender {
    client: usize,
    sender: SyncSender<ProgramEvent>,
}

impl EventSender {
    /// For the client of this number.
    pub const fn new(client: usize, sender: SyncSender<ProgramEvent>) -> EventSender {
        EventSender { client, sender }
    }

    /// Tells something; lost if the main thread is far behind or gone.
    pub(super) fn tell(&self, event: ClientEvent) {
        self.send(ProgramEvent::Client { client: self.client, event });
    }

    /// Tells that the call is over.
    pub(super) fn tell_call_over(&self, call: FinishedCall) {
        self.send(ProgramEvent::CallOver { client: self.client, call: Box::new(call) });
    }

    fn send(&self, event: ProgramEvent) {
        if self.sender.try_send(event).is_err() {
            tracing::warn!(client = self.client, "the main thread takes no more events");
        }
    }
}
