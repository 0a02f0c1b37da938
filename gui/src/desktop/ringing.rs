//! A call that nobody has accepted yet.

use roomrtc_core::base::Time;

use super::RingingStage;

/// A call that was not accepted yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ringing {
    /// The other party.
    pub user: String,
    /// The name that the other party goes by, if it is a guest.
    pub guest_name: Option<String>,
    /// How far it is.
    pub stage: RingingStage,
    /// Since when.
    pub since: Time,
}

impl Ringing {
    /// The name to show.
    pub fn name(&self) -> &str {
        self.guest_name.as_deref().unwrap_or(&self.user)
    }

    /// Whether the other party calls.
    pub const fn is_incoming(&self) -> bool {
        matches!(self.stage, RingingStage::RingsHere | RingingStage::Accepting)
    }
}
