//! What a hub has done so far.

use std::collections::BTreeMap;

use roomrtc_core::signaling::{ErrorCode, MessageType};

/// Counters of a hub. They only go up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HubCounters {
    /// Connections that were opened.
    pub connections: u64,
    /// Accounts that were made.
    pub registrations: u64,
    /// Logins with a password.
    pub logins: u64,
    /// Logins with a session's token.
    pub resumes: u64,
    /// Guests who entered.
    pub guests: u64,
    /// Calls that rang.
    pub calls: u64,
    /// Calls that were accepted.
    pub accepted_calls: u64,
    /// Calls that went on after a connection was lost.
    pub rejoined_calls: u64,
    /// Calls that were missed.
    pub missed_calls: u64,
    /// Descriptions and candidates that were passed on.
    pub relays: u64,
    /// States of users that were told, each to each watcher.
    pub states_told: u64,
    /// Requests that were refused and connections that were closed, by why.
    pub refusals: BTreeMap<ErrorCode, u64>,
}

impl HubCounters {
    pub(super) const fn count_login(&mut self, request: MessageType) {
        match request {
            MessageType::Login => self.logins += 1,
            MessageType::Resume => self.resumes += 1,
            _ => self.guests += 1,
        }
    }
}
