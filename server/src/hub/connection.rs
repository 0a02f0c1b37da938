//! A connection in the hub.

use std::collections::{BTreeMap, VecDeque};
use std::net::IpAddr;
use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::{MissedCall, UserState};

use super::connection_state::ConnectionState;
use super::outbox::Outbox;
use super::{CallId, OperationId, SessionId};

/// What the hub knows of a connection.
#[derive(Clone, Debug)]
pub(super) struct Connection {
    pub(super) address: IpAddr,
    pub(super) state: ConnectionState,
    /// The operation on the accounts that it waits for.
    pub(super) operation: Option<OperationId>,
    /// Messages taken from it since it was last logged in or opened.
    pub(super) anonymous_actions: u32,
    /// By when it has to be logged in, if it is not and does not wait for the server.
    pub(super) login_until: Option<Time>,
    pub(super) outbox: Outbox,
    /// Since when something waits in the outbox and nothing of it was taken.
    pub(super) waiting_since: Option<Time>,
    /// When it is next checked whether it reads.
    pub(super) stall_check: Option<Time>,
    /// The session it is logged in with.
    pub(super) session: Option<SessionId>,
    /// Whether it has said `HELLO`.
    pub(super) is_greeted: bool,
    /// When it last sent something.
    pub(super) heard: Time,
    /// Whether it was asked for a sign of life since.
    pub(super) is_asked: bool,
    /// When it is next looked at whether it lives.
    pub(super) heartbeat_check: Option<Time>,
    /// The call that its last invitation made or met.
    pub(super) invited: Option<CallId>,
    /// Missed calls that it is to be told.
    pub(super) missed: VecDeque<MissedCall>,
    /// The number of the last that had been missed when it was logged in.
    pub(super) missed_before: u64,
    /// States that it alone is told: of guests, or to a guest.
    pub(super) private: BTreeMap<Arc<str>, UserState>,
    /// The number of the last change of presence it was told; none if it is owed the full list.
    pub(super) told: Option<u64>,
}

impl Connection {
    pub(super) const fn new(address: IpAddr) -> Connection {
        Connection {
            address,
            state: ConnectionState::Anonymous,
            operation: None,
            anonymous_actions: 0,
            login_until: None,
            outbox: Outbox::new(),
            waiting_since: None,
            stall_check: None,
            session: None,
            is_greeted: false,
            heard: Time::ZERO,
            is_asked: false,
            heartbeat_check: None,
            invited: None,
            missed: VecDeque::new(),
            missed_before: 0,
            private: BTreeMap::new(),
            told: None,
        }
    }

    /// The user logged in on it.
    pub(super) const fn user(&self) -> Option<&Arc<str>> {
        match &self.state {
            ConnectionState::LoggedIn(user) => Some(user),
            ConnectionState::Anonymous | ConnectionState::Closing => None,
        }
    }
}
