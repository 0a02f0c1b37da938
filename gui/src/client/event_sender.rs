//! The way from a client to the application.

use std::fmt;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;

use super::{ClientEvent, FinishedCall, ProgramEvent};

/// Hands one client's events to the application, from any thread and without waiting.
#[derive(Clone)]
pub struct EventSender {
    client: usize,
    deliver: Arc<dyn Fn(ProgramEvent) + Send + Sync>,
}

impl EventSender {
    /// For the client of this number, into a channel; lost if its other end is far behind or gone.
    pub fn new(client: usize, sender: SyncSender<ProgramEvent>) -> EventSender {
        EventSender::calling(client, move |event| {
            if sender.try_send(event).is_err() {
                tracing::warn!(client, "the main thread takes no more events");
            }
        })
    }

    /// For the client of this number, to `deliver`, which is called on the client's threads and must
    /// not wait.
    pub fn calling(
        client: usize,
        deliver: impl Fn(ProgramEvent) + Send + Sync + 'static,
    ) -> EventSender {
        EventSender { client, deliver: Arc::new(deliver) }
    }

    /// Tells something.
    pub(super) fn tell(&self, event: ClientEvent) {
        (self.deliver)(ProgramEvent::Client { client: self.client, event });
    }

    /// Tells that the call is over.
    pub(super) fn tell_call_over(&self, call: FinishedCall) {
        (self.deliver)(ProgramEvent::CallOver { client: self.client, call: Box::new(call) });
    }
}

impl fmt::Debug for EventSender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventSender").field("client", &self.client).finish_non_exhaustive()
    }
}
