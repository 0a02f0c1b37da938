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
    /// It was accepted, and this party's connection is lost. What is for it waits.
    Away(CallRole),
    /// It was accepted, and the connections of both are lost.
    BothAway,
    /// One party, the caller by courtesy, says that it was accepted once; the server does not know
    /// of it, and the other has not said so yet.
    Claimed,
    /// The callee declined. The call is gone.
    Rejected,
    /// It is over, for this reason. The call is gone.
    Ended(CallEndReason),
}

impl CallStage {
    /// The stage after `action` by the party `by`; `None` where that party cannot do that now.
    pub const fn after(self, action: CallAction, by: CallRole) -> Option<CallStage> {
        match self {
            CallStage::Ringing => CallStage::after_ringing(action, by),
            CallStage::Accepted | CallStage::Away(_) | CallStage::BothAway => {
                self.after_accepted(action, by)
            }
            CallStage::Claimed => CallStage::after_claimed(action, by),
            CallStage::Rejected | CallStage::Ended(_) => None,
        }
    }

    const fn after_ringing(action: CallAction, by: CallRole) -> Option<CallStage> {
        Some(match (action, by) {
            (CallAction::Accept, CallRole::Callee) => CallStage::Accepted,
            (CallAction::Reject | CallAction::End, CallRole::Callee) => CallStage::Rejected,
            (CallAction::End, CallRole::Caller) => CallStage::Ended(CallEndReason::Cancelled),
            (CallAction::TimeOut, _) => CallStage::Ended(CallEndReason::NoAnswer),
            (CallAction::LogOut, _) => CallStage::Ended(CallEndReason::LoggedOut),
            (CallAction::LoseConnection, _) => CallStage::Ended(CallEndReason::ConnectionLost),
            _ => return None,
        })
    }

    const fn after_accepted(self, action: CallAction, by: CallRole) -> Option<CallStage> {
        Some(match action {
            CallAction::End => CallStage::Ended(CallEndReason::HungUp),
            CallAction::LogOut => CallStage::Ended(CallEndReason::LoggedOut),
            CallAction::TimeOut if !matches!(self, CallStage::Accepted) => {
                CallStage::Ended(CallEndReason::ConnectionLost)
            }
            CallAction::LoseConnection => match (self, self.is_present(by)) {
                (CallStage::Accepted, _) => CallStage::Away(by),
                (CallStage::Away(_), true) => CallStage::BothAway,
                _ => self,
            },
            CallAction::Rejoin => match (self, self.is_present(by)) {
                (CallStage::Away(_), false) => CallStage::Accepted,
                (CallStage::BothAway, _) => CallStage::Away(by.other()),
                _ => self,
            },
            _ => return None,
        })
    }

    const fn after_claimed(action: CallAction, by: CallRole) -> Option<CallStage> {
        Some(match (action, by) {
            (CallAction::Rejoin, CallRole::Callee) => CallStage::Accepted,
            (CallAction::End, CallRole::Caller) => CallStage::Ended(CallEndReason::HungUp),
            (CallAction::LogOut, CallRole::Caller) => CallStage::Ended(CallEndReason::LoggedOut),
            (CallAction::LoseConnection, CallRole::Caller) | (CallAction::TimeOut, _) => {
                CallStage::Ended(CallEndReason::ConnectionLost)
            }
            _ => return None,
        })
    }

    /// Whether the party takes part over a connection that stands.
    pub const fn is_present(self, party: CallRole) -> bool {
        !matches!(
            (self, party),
            (CallStage::Away(CallRole::Caller), CallRole::Caller)
                | (CallStage::Away(CallRole::Callee) | CallStage::Claimed, CallRole::Callee)
                | (CallStage::BothAway, _)
        )
    }
}
