//! The numbers that the hub gave to the calls of the reference model.

use roomrtc_core::signaling::CallNumber;

use super::call_model::CallModel;

/// What the model counts, and what the hub says for it.
pub(super) struct Numbers<'a> {
    pub(super) model: &'a CallModel,
    /// By the model's numbers; of 0, a number that no call has.
    pub(super) given: &'a [CallNumber],
}

impl Numbers<'_> {
    /// The number of the last call of two users, or of one so many before.
    pub(super) fn of(&self, user: usize, other: usize, back: usize) -> CallNumber {
        self.given[self.model.number(user, other, back)]
    }
}
