//! One step of a recorded session.

use std::collections::VecDeque;

use roomrtc_core::base::Time;

use super::{Outputs, RecordedInput, SecretResult};

/// One input of a recorded session, and what came of it.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) at: Time,
    pub(super) input: RecordedInput,
    pub(super) results: VecDeque<SecretResult>,
    /// `None` where the recording breaks off.
    pub(super) outputs: Option<Outputs>,
}
