//! Client, its last flight sent.
//!
//! Flow: Finished → compare with our own reckoning → `Connected`.

use subtle::ConstantTimeEq;

use crate::dtls::Failure;
use crate::dtls::handshake::{Finished, HandshakeMessage};
use crate::dtls::v12::{Context, Established, State, StepError};

/// The server's Finished is due.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct WaitFinished {
    pub(super) established: Established,
}

impl WaitFinished {
    pub(in crate::dtls) fn handle(
        &self,
        context: &mut Context,
        message: &HandshakeMessage,
    ) -> Result<State, StepError> {
        let finished: Finished = Context::read(message)?;
        let expected = self.established.master.server_finished(&context.transcript);
        let is_equal = bool::from(finished.verify_data.ct_eq(&expected.verify_data));
        if !context.config.witness.compared(is_equal) {
            return Err(Failure::BadFinished.into());
        }
        Ok(State::Connected(self.established.clone()))
    }
}
