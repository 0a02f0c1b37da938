//! Messages about calls that are past.

use roomrtc_core::signaling::{CallNumber, Message};
use roomrtc_server::hub::CallStage;

use super::hub_harness::HubHarness;
use super::network::{Network, name};

/// Most that is remembered of what a user said.
const MOST_SAID: usize = 12;

impl Network {
    /// Remembers what a user says about a call.
    pub(super) fn note_said(&mut self, user: usize, message: &Message) {
        if named_call(message).is_some() {
            let said = &mut self.said[user];
            said.push_back(message.clone());
            if said.len() > MOST_SAID {
                said.pop_front();
            }
        }
    }

    /// Whatever a user said about another call than the one it is in now changes no call and
    /// reaches nobody if it comes again, however late.
    pub(super) fn assert_past_is_past(&self, user: usize) {
        let Some(connection) = self.connections[user] else {
            return;
        };
        let now = self.harness.hub.call_number(&name(user));
        if now.is_none() || !self.harness.hub.takes_messages(connection) {
            return;
        }
        for late in self.said[user].iter().filter(|message| named_call(message) != now) {
            let mut world = self.harness.clone();
            world.send(connection, late.clone());
            assert_eq!(calls(&world), calls(&self.harness), "after {late:?}");
            for other in self.connections.iter().flatten().filter(|id| **id != connection) {
                let told = world.received(*other);
                assert_eq!(told, self.harness.clone().received(*other), "after {late:?}");
            }
        }
    }
}

/// The call that is named by what only the parties of an existing call say.
const fn named_call(message: &Message) -> Option<CallNumber> {
    match message {
        Message::AcceptCall { call, .. }
        | Message::RejectCall { call, .. }
        | Message::RejoinCall { call, .. }
        | Message::Offer { call, .. }
        | Message::Answer { call, .. }
        | Message::Sdp { call, .. }
        | Message::Candidate { call, .. } => Some(*call),
        Message::EndCall { call, .. } => *call,
        _ => None,
    }
}

fn calls(harness: &HubHarness) -> Vec<(String, String, CallStage)> {
    let calls = harness.hub.calls();
    calls.map(|(caller, callee, stage)| (caller.into(), callee.into(), stage)).collect()
}
