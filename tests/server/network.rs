//! A hub and clients, with every message between them under way until a step delivers it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use roomrtc_core::sdp::DescriptionKind;
use roomrtc_core::signaling::client::{CallRole, CallStage, Client, Command};
use roomrtc_core::signaling::{CallNumber, Credentials, FrameDecoder, Message, encode};
use roomrtc_server::hub::{self, ConnectionId, Input};

use super::hub_harness::HubHarness;
use super::step::Step;

/// Users by number, each with a client.
pub(super) struct Network {
    pub(super) harness: HubHarness,
    clients: Vec<Client>,
    pub(super) connections: Vec<Option<ConnectionId>>,
    /// What is under way to the hub.
    to_hub: Vec<VecDeque<Message>>,
    /// What each has said about calls, the newest last.
    pub(super) said: Vec<VecDeque<Message>>,
}

pub(super) fn name(user: usize) -> String {
    format!("user{user}")
}

impl Network {
    /// Users with accounts, all logged in.
    pub(super) fn new(users: usize) -> Network {
        let mut harness = HubHarness::with_users(users);
        harness.holds = true;
        let mut network = Network {
            harness,
            clients: vec![Client::new(); users],
            connections: vec![None; users],
            to_hub: vec![VecDeque::new(); users],
            said: vec![VecDeque::new(); users],
        };
        for user in 0..users {
            network.step(Step::Connect(user));
            network.step(Step::LogIn(user));
        }
        network.settle();
        network
    }

    pub(super) fn step(&mut self, step: Step) {
        match step {
            Step::Connect(user) => self.connect(user),
            Step::Disconnect(user) => self.disconnect(user),
            Step::LogIn(user) => {
                let credentials = Credentials::new(name(user), "correct horse");
                self.command(user, Command::Login(credentials));
            }
            Step::Resume(user) => self.resume(user),
            Step::Restart => self.restart(),
            Step::LogOut(user) => self.command(user, Command::Logout),
            Step::Invite(user, other) => self.command(user, Command::Invite { user: name(other) }),
            Step::Accept(user) => self.command(user, Command::Accept),
            Step::Reject(user) => self.command(user, Command::Reject),
            Step::EndCall(user) => self.command(user, Command::EndCall),
            Step::Describe(user) => self.describe(user),
            Step::ReachHub(user) => {
                self.reach_hub(user);
            }
            Step::ReachClient(user) => {
                self.reach_client(user);
            }
            Step::FinishOperations => self.harness.release(),
            Step::Wait(seconds) => self.harness.advance(Duration::from_secs(seconds.into())),
        }
        self.close_what_the_hub_closes();
        self.assert_safe();
    }

    /// Delivers everything, and demands that all agree.
    pub(super) fn settle(&mut self) {
        let users = 0..self.clients.len();
        loop {
            self.harness.release();
            let moved = users.clone().filter(|user| {
                let sent = self.reach_hub(*user);
                self.reach_client(*user) || sent
            });
            if moved.count() == 0 {
                break;
            }
        }
        self.assert_agreed();
    }

    fn connect(&mut self, user: usize) {
        if self.connections[user].is_none() {
            self.connections[user] = Some(self.harness.connect());
            self.clients[user].handle_connected(self.harness.now);
        }
    }

    fn disconnect(&mut self, user: usize) {
        if let Some(connection) = self.connections[user].take() {
            self.to_hub[user].clear();
            self.clients[user].handle_disconnected();
            self.harness.handle(Input::Closed(connection));
        }
    }

    fn resume(&mut self, user: usize) {
        if let Some(token) = self.clients[user].session().cloned() {
            self.command(user, Command::Resume(token));
        }
    }

    /// The server begins anew. What was under way is lost, what is stored is not.
    fn restart(&mut self) {
        for user in 0..self.clients.len() {
            if self.connections[user].take().is_some() {
                self.to_hub[user].clear();
                self.clients[user].handle_disconnected();
            }
        }
        self.harness.restart();
    }

    fn close_what_the_hub_closes(&mut self) {
        for (connection, _) in std::mem::take(&mut self.harness.closed) {
            let user = self.connections.iter().position(|known| *known == Some(connection));
            self.disconnect(user.expect("a known connection"));
        }
    }

    /// A command that makes no sense now is not one.
    fn command(&mut self, user: usize, command: Command) {
        let _ = self.clients[user].command(command);
        self.collect(user);
    }

    /// The text says from whom to whom it is.
    fn describe(&mut self, user: usize) {
        let other = self.clients[user].call().map(|call| call.user.clone()).unwrap_or_default();
        let sdp = format!("{}>{other}", name(user));
        self.command(user, Command::SendDescription { kind: DescriptionKind::Offer, sdp });
    }

    /// Puts what the client wants to send under way.
    fn collect(&mut self, user: usize) {
        let mut bytes = Vec::new();
        self.clients[user].poll_transmit(&mut bytes);
        let mut input = &bytes[..];
        let mut decoder = FrameDecoder::default();
        while let Some(message) = decoder.decode(&mut input).expect("valid") {
            self.to_hub[user].push_back(message);
        }
    }

    fn reach_hub(&mut self, user: usize) -> bool {
        let Some(connection) = self.connections[user] else {
            return false;
        };
        if !self.harness.hub.takes_messages(connection) {
            return false;
        }
        let Some(message) = self.to_hub[user].pop_front() else {
            return false;
        };
        // What was held for a party comes with its return.
        let returns = matches!(message, Message::RejoinCall { .. });
        let passes = self.passes(user, &message);
        let before = self.relays_waiting();
        self.note_said(user, &message);
        self.harness.send(connection, message);
        assert!(returns || self.relays_waiting() == before + usize::from(passes));
        self.assert_past_is_past(user);
        true
    }

    /// Whether the message has to be passed on: between the two of an accepted call, the one it names.
    fn passes(&self, user: usize, message: &Message) -> bool {
        let Some((other, call)) = relayed_user(message) else {
            return false;
        };
        let sender = name(user);
        self.harness.hub.call_number(&sender) == Some(call)
            && self.harness.hub.calls().any(|(caller, callee, stage)| {
                let parties = BTreeSet::from([caller, callee]);
                stage == hub::CallStage::Accepted && parties == BTreeSet::from([&*sender, other])
            })
    }

    /// Descriptions that the hub has taken and not delivered.
    fn relays_waiting(&self) -> usize {
        let mut probe = self.harness.clone();
        let connections = self.connections.iter().flatten();
        let messages = connections.flat_map(|connection| probe.received(*connection));
        messages.filter(|message| relayed_user(message).is_some()).count()
    }

    fn reach_client(&mut self, user: usize) -> bool {
        let Some(connection) = self.connections[user] else {
            return false;
        };
        let Some(message) = self.harness.hub.poll_message(self.harness.now, connection) else {
            return false;
        };
        assert_stamped(&message, &name(user));
        let mut bytes = Vec::new();
        encode(&message, &mut bytes).expect("short enough for a frame");
        self.clients[user].handle_bytes(self.harness.now, &bytes);
        self.collect(user);
        true
    }

    /// Nobody is in two calls, and only who is logged in takes part in one.
    fn assert_safe(&self) {
        let hub = &self.harness.hub;
        let mut seen = BTreeSet::new();
        for (caller, callee, stage) in hub.calls() {
            for (user, role) in [(caller, CallRole::Caller), (callee, CallRole::Callee)] {
                let is_claimed = stage == hub::CallStage::Claimed && role == CallRole::Callee;
                assert!(is_claimed || seen.insert(user.to_owned()), "{user} is in two calls");
                let logged_in = self.connections.iter().flatten().filter(|connection| {
                    hub.user_of(**connection).is_some_and(|name| **name == *user)
                });
                assert!(!stage.is_present(role) || logged_in.count() == 1, "{user}");
            }
        }
    }

    fn assert_agreed(&self) {
        let mut calls = BTreeMap::new();
        for (caller, callee, known) in self.harness.hub.calls() {
            let stage = match known {
                hub::CallStage::Ringing => CallStage::Ringing,
                hub::CallStage::Claimed => continue,
                _ => CallStage::Accepted,
            };
            for (user, other, role) in
                [(caller, callee, CallRole::Caller), (callee, caller, CallRole::Callee)]
            {
                if known.is_present(role) {
                    calls.insert(user.to_owned(), (other.to_owned(), stage));
                }
            }
        }
        for (user, client) in self.clients.iter().enumerate() {
            let attached = client.call().filter(|call| call.stage != CallStage::Detached);
            let call = attached.map(|call| (call.user.clone(), call.stage));
            assert_eq!(call.as_ref(), calls.get(&name(user)), "the call of {}", name(user));
            self.assert_agrees(user, client);
        }
    }

    fn assert_agrees(&self, user: usize, client: &Client) {
        let hub = &self.harness.hub;
        let at_hub = self.connections[user].and_then(|connection| hub.user_of(connection));
        assert_eq!(client.user(), at_hub.map(|name| &**name));
        let known: BTreeMap<_, _> = client.users().collect();
        for other in (0..self.clients.len()).filter(|other| *other != user).map(name) {
            let state = at_hub.and_then(|_| hub.user_state(&other));
            assert_eq!(known.get(&*other).copied(), state, "{other} as seen by {user}");
        }
    }
}

/// To or from whom a message is that is passed on, and in which call.
fn relayed_user(message: &Message) -> Option<(&str, CallNumber)> {
    match message {
        Message::Offer { user, call, .. }
        | Message::Answer { user, call, .. }
        | Message::Sdp { user, call, .. } => Some((user, *call)),
        _ => None,
    }
}

/// A description says who wrote it: the server has to say the same.
fn assert_stamped(message: &Message, receiver: &str) {
    if let Message::Offer { user, sdp, .. } | Message::Sdp { user, sdp, .. } = message {
        assert_eq!(*sdp, format!("{user}>{receiver}"));
    }
}
