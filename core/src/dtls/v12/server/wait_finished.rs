//! Server, the client is who it should be.
//!
//! Flow: Finished → compare with our own reckoning → send ChangeCipherSpec and Finished
//! → `Connected`.

use subtle::ConstantTimeEq;

use crate::dtls::Failure;
use crate::dtls::handshake::{Finished, HandshakeMessage};
use crate::dtls::v12::{Context, Established, MasterSecret, State, StepError};

/// The client's Finished is due.
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
        let expected = self.established.master.client_finished(&context.transcript);
        let is_equal = bool::from(finished.verify_data.ct_eq(&expected.verify_data));
        if !context.config.witness.compared(is_equal) {
            return Err(Failure::BadFinished.into());
        }
        context.transcript.add(message);
        context.send_finished(&self.established.master, MasterSecret::server_finished);
        Ok(State::Connected(self.established.clone()))
    }
}
