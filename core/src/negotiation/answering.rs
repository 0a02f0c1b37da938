//! Making an answer.

use super::{
    Agreement, CreateAnswerError, LocalTransport, Negotiator, Pending, Plan, SignalingState,
};
use crate::sdp::SessionDescription;

impl Negotiator {
    /// Answers the offer that [`Negotiator::apply_offer`] took, and says what the two come to.
    ///
    /// # Errors
    /// [`CreateAnswerError`] if no offer of the other side is outstanding.
    pub fn create_answer(
        &mut self,
        transport: &LocalTransport,
    ) -> Result<(SessionDescription, Agreement), CreateAnswerError> {
        let plan = self.take_plan()?;
        let answer = self.write(&plan.sections, &plan.layout, transport);
        let agreement = Agreement { transport: plan.transport, media: plan.media };
        self.settle(plan.sections, plan.layout.has_group, &agreement);
        Ok((answer, agreement))
    }

    fn take_plan(&mut self) -> Result<Plan, CreateAnswerError> {
        let state: SignalingState = self.state();
        match std::mem::replace(&mut self.pending, Pending::Nothing) {
            Pending::RemoteOffer(plan) => Ok(*plan),
            other => {
                self.pending = other;
                Err(CreateAnswerError::WrongState(state))
            }
        }
    }
}
