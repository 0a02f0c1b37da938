//! The states of a call.

use roomrtc_core::signaling::CallEndReason;
use roomrtc_core::signaling::client::CallRole;

use super::CallAction;

/// How far a call is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CallStage {
    /// It rings at the callee.
    Ringing,
    /// Descriptions and candidates pass between the two.
    Accepted,
    /// The callee declined. The call is gone.
    Rejected,
    /// It is over, for this reason. The call is gone.
    Ended(CallEndReason),
}

impl CallStage {
    /// The stage after `action` by the party `by`; `None` where that party cannot do that now.
    pub const fn after(self, action: CallAction, by: CallRole) -> Option<CallStage> {
        match (self, action, by) {
            (CallStage::Ringing, CallAction::Accept, CallRole::Callee) => Some(CallStage::Accepted),
            (CallStage::Ringing, CallAction::Reject | CallAction::End, CallRole::Callee) => {
                Some(CallStage::Rejected)
            }
            (CallStage::Ringing, CallAction::End, CallRole::Caller) => {
                Some(CallStage::Ended(CallEndReason::Cancelled))
            }
            (CallStage::Ringing, CallAction::TimeOut, _) => {
                Some(CallStage::Ended(CallEndReason::NoAnswer))
            }
            (CallStage::Accepted, CallAction::End, _) => {
                Some(CallStage::Ended(CallEndReason::HungUp))
            }
            (CallStage::Ringing | CallStage::Accepted, CallAction::LogOut, _) => {
                Some(CallStage::Ended(CallEndReason::LoggedOut))
            }
            (CallStage::Ringing | CallStage::Accepted, CallAction::LoseConnection, _) => {
                Some(CallStage::Ended(CallEndReason::ConnectionLost))
            }
            _ => None,
        }
    }
}
