//! What was done to datagrams on purpose.

use serde::Serialize;

/// What was done on purpose to the datagrams of one client, and what became of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImpairmentReport {
    /// Whose datagrams.
    pub client: String,
    /// What was done to those it sent, in words.
    pub up: String,
    /// What was done to those it was to receive, in words.
    pub down: String,
    /// Datagrams that it sent.
    pub sent: u64,
    /// Of these, those that were lost.
    pub sent_lost: u64,
    /// Datagrams that came for it.
    pub received: u64,
    /// Of these, those that were lost.
    pub received_lost: u64,
}

impl ImpairmentReport {
    /// A line for people.
    pub fn line(&self) -> String {
        let ImpairmentReport { client, sent, sent_lost, received, received_lost, .. } = self;
        format!(
            "the network was made to lose {sent_lost} of {sent} datagrams from {client} and \
             {received_lost} of {received} to {client} (from: {}; to: {})",
            self.up, self.down
        )
    }
}
