//! Measuring a hub.

use super::{Hub, HubFigures};

impl Hub {
    /// How much there is of what it holds. It looks at every connection once.
    pub fn figures(&self) -> HubFigures {
        HubFigures {
            connections: self.connections.len(),
            logged_in: self.connections.values().filter(|known| known.user().is_some()).count(),
            calls: self.calls.len(),
            operations: self.operations.len(),
            outbox_bytes: self.connections.values().map(|known| known.outbox.bytes()).sum(),
        }
    }
}
