//! The declared states of a call.

use roomrtc_core::signaling::CallEndReason;
use roomrtc_core::signaling::client::CallRole;
use roomrtc_server::hub::{CallAction, CallStage};

/// Everything that can happen to a call, as a table.
#[test]
fn every_transition() {
    let stages = [
        CallStage::Ringing,
        CallStage::Accepted,
        CallStage::Rejected,
        CallStage::Ended(CallEndReason::HungUp),
    ];
    let actions = [
        CallAction::Accept,
        CallAction::Reject,
        CallAction::End,
        CallAction::LogOut,
        CallAction::LoseConnection,
        CallAction::TimeOut,
    ];
    let mut table = String::new();
    for stage in stages {
        for action in actions {
            for by in [CallRole::Caller, CallRole::Callee] {
                let next = stage.after(action, by).map_or("-".into(), |next| format!("{next:?}"));
                table += &format!("{stage:?}, {action:?} by {by:?}: {next}\n");
            }
        }
    }
    insta::assert_snapshot!(table);
}
