//! The declared states of a call.

use roomrtc_core::signaling::CallEndReason;
use roomrtc_core::signaling::client::CallRole;
use roomrtc_server::hub::{CallAction, CallStage};

const ACTIONS: [CallAction; 7] = [
    CallAction::Accept,
    CallAction::Reject,
    CallAction::End,
    CallAction::LogOut,
    CallAction::LoseConnection,
    CallAction::Rejoin,
    CallAction::TimeOut,
];

const STAGES: [CallStage; 6] = [
    CallStage::Ringing,
    CallStage::Accepted,
    CallStage::Away(CallRole::Caller),
    CallStage::Away(CallRole::Callee),
    CallStage::BothAway,
    CallStage::Claimed,
];

/// Everything that can happen to a call, as a graph: an arrow for each action that a party can do.
#[test]
fn every_transition() {
    let mut graph = String::new();
    for stage in STAGES {
        for action in ACTIONS {
            for by in [CallRole::Caller, CallRole::Callee] {
                if let Some(next) = stage.after(action, by) {
                    graph += &format!("{stage:?} --{action:?} by {by:?}--> {next:?}\n");
                }
            }
        }
    }
    insta::assert_snapshot!(graph);
}

#[test]
fn what_is_over_stays_so() {
    for stage in [CallStage::Rejected, CallStage::Ended(CallEndReason::HungUp)] {
        for action in ACTIONS {
            for by in [CallRole::Caller, CallRole::Callee] {
                assert_eq!(stage.after(action, by), None);
            }
        }
    }
}
