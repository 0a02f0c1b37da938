//! A call as one of its clients sees it.

use super::super::CallNumber;
use super::{CallRole, CallStage};

/// The call of a client. There is at most one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The other party.
    pub user: String,
    /// What tells it from other calls with the same party.
    pub number: CallNumber,
    /// The name that the other party goes by, if it is a guest.
    pub name: Option<String>,
    /// Which end this client is.
    pub role: CallRole,
    /// How far it is.
    pub stage: CallStage,
    /// Whether this client has sent its first description.
    pub(super) described: bool,
    /// Whether the server was told that the call still stands, and has not answered.
    pub(super) rejoining: bool,
    /// Whether the callee was inviting the caller when the call came: the two invitations crossed,
    /// the server takes one for the acceptance of the other, and nobody has to be asked.
    pub(super) crossed: bool,
}

impl Call {
    pub(super) fn ringing(user: String, number: CallNumber, role: CallRole) -> Call {
        Call {
            user,
            number,
            name: None,
            role,
            stage: CallStage::Ringing,
            described: false,
            rejoining: false,
            crossed: false,
        }
    }

    /// Whether the server knows of the call, or was told that it stands.
    pub(super) fn is_known_to_server(&self) -> bool {
        self.stage != CallStage::Detached || self.rejoining
    }

    /// Whether it is this call with this party.
    pub(super) fn is(&self, user: &str, number: CallNumber) -> bool {
        self.user == user && self.number == number
    }

    /// Whether it rings, and this client is that end of it.
    pub(super) fn rings_as(&self, role: CallRole) -> bool {
        self.role == role && self.stage == CallStage::Ringing
    }
}
