//! The hub.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::limits::{MAX_BODY, MAX_BODY_BEFORE_LOGIN};
use roomrtc_core::signaling::{CallNumber, UserState};

use super::call::Call;
use super::connection::Connection;
use super::fresh_missed_calls::FreshMissedCalls;
use super::operation::Operation;
use super::presence_log::PresenceLog;
use super::revocations::Revocations;
use super::throttle::Throttle;
use super::user::User;
use super::{
    CallId, CallStage, ConnectionId, Deadline, Effect, HubConfig, HubCounters, Input, OperationId,
};

/// The server without a socket, clock or disk.
///
/// Any call at any time, any number of times; what was said to be done need not be done in any
/// order.
#[derive(Clone, Debug)]
pub struct Hub {
    pub(super) config: HubConfig,
    pub(super) connections: BTreeMap<ConnectionId, Connection>,
    /// Connections that have to log in, by when.
    pub(super) strangers: BTreeSet<(Time, ConnectionId)>,
    /// Connections that are logged in.
    pub(super) audience: BTreeSet<ConnectionId>,
    pub(super) users: BTreeMap<Arc<str>, User>,
    pub(super) presence: PresenceLog,
    /// The last change of presence whose audience is in `ready`.
    pub(super) announced: u64,
    pub(super) calls: BTreeMap<CallId, Call>,
    pub(super) next_call: u64,
    /// The number of the last call that was made.
    pub(super) last_call: CallNumber,
    pub(super) operations: BTreeMap<OperationId, Operation>,
    pub(super) next_operation: u64,
    pub(super) revocations: Revocations,
    pub(super) fresh_missed_calls: FreshMissedCalls,
    pub(super) deadlines: BTreeSet<Deadline>,
    pub(super) ready: BTreeSet<ConnectionId>,
    /// Connections for which too much waits.
    pub(super) overflowing: BTreeSet<ConnectionId>,
    pub(super) effects: VecDeque<Effect>,
    pub(super) throttle: Throttle,
    pub(super) counters: HubCounters,
}

impl Hub {
    /// A hub without connections. `accounts` are the names of the users there are.
    pub fn new(config: HubConfig, accounts: impl IntoIterator<Item = String>) -> Hub {
        let mut hub = Hub {
            config,
            connections: BTreeMap::new(),
            strangers: BTreeSet::new(),
            audience: BTreeSet::new(),
            users: BTreeMap::new(),
            presence: PresenceLog::default(),
            announced: 0,
            calls: BTreeMap::new(),
            next_call: 0,
            last_call: CallNumber(0),
            operations: BTreeMap::new(),
            next_operation: 0,
            revocations: Revocations::default(),
            fresh_missed_calls: FreshMissedCalls::default(),
            deadlines: BTreeSet::new(),
            ready: BTreeSet::new(),
            overflowing: BTreeSet::new(),
            effects: VecDeque::new(),
            throttle: Throttle::default(),
            counters: HubCounters::default(),
        };
        for name in accounts {
            hub.add_user(name.into());
        }
        hub
    }

    /// Takes what happened, and then whatever is due at `now`.
    pub fn handle(&mut self, now: Time, input: Input) {
        match input {
            Input::Opened { connection, address } => self.opened(now, connection, address),
            Input::Message { connection, message } => self.handle_message(now, connection, message),
            Input::Unreadable { connection, error } => self.unreadable(now, connection, error),
            Input::Closed(connection) => self.closed(now, connection),
            Input::AccountDone { operation, outcome } => {
                self.account_done(now, operation, outcome);
            }
            Input::AccountChanged(change) => self.account_changed(now, change),
            Input::Tick => {}
        }
        self.expire(now);
        self.close_overflowing(now);
    }

    /// The next thing to be done outside.
    pub fn poll_effect(&mut self) -> Option<Effect> {
        self.effects.pop_front()
    }

    /// When to call [`Hub::handle`] again even if nothing happens, and why.
    pub fn deadline(&self) -> Option<Deadline> {
        self.deadlines.first().copied()
    }

    /// Whether the hub waits for nothing before this connection's next message. While it does,
    /// leave what the connection sends unread.
    pub fn takes_messages(&self, connection: ConnectionId) -> bool {
        self.connections.get(&connection).is_none_or(|known| known.operation.is_none())
    }

    /// The longest body of a frame to be taken from this connection, in bytes.
    pub fn max_body(&self, connection: ConnectionId) -> usize {
        if self.user_of(connection).is_some() { MAX_BODY } else { MAX_BODY_BEFORE_LOGIN }
    }

    /// What it has done so far.
    pub const fn counters(&self) -> &HubCounters {
        &self.counters
    }

    /// Who is logged in on this connection.
    pub fn user_of(&self, connection: ConnectionId) -> Option<&Arc<str>> {
        self.connections.get(&connection).and_then(Connection::user)
    }

    /// The state of a user; `None` where there is no such account.
    pub fn user_state(&self, user: &str) -> Option<UserState> {
        self.users.get(user).map(User::state)
    }

    /// The number of the call that a user is in.
    pub fn call_number(&self, user: &str) -> Option<CallNumber> {
        let call = self.users.get(user)?.call?;
        self.calls.get(&call).map(|call| call.number)
    }

    /// The calls there are: caller, callee, stage.
    pub fn calls(&self) -> impl Iterator<Item = (&str, &str, CallStage)> {
        self.calls.values().map(|call| (&*call.caller, &*call.callee, call.stage))
    }
}
