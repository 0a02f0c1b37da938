//! Server, the secret agreed on.
//!
//! Flow: CertificateVerify → verify the client's signature over all messages so far
//! → `WaitFinished`.

use super::WaitFinished;
use crate::dtls::handshake::{CertificateVerify, HandshakeMessage};
use crate::dtls::v12::{Context, Established, State, StepError, signature_schemes};

/// The client's signature is due.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct WaitCertificateVerify {
    pub(super) established: Established,
}

impl WaitCertificateVerify {
    pub(in crate::dtls) fn handle(
        &self,
        context: &mut Context,
        message: &HandshakeMessage,
    ) -> Result<State, StepError> {
        let verify: CertificateVerify = Context::read(message)?;
        signature_schemes::verify(
            context.config.provider,
            &self.established.peer.certificate,
            verify.scheme,
            context.transcript.bytes(),
            &verify.signature,
        )?;
        context.transcript.add(message);
        let established = self.established.clone();
        Ok(State::ServerWaitFinished(WaitFinished { established }))
    }
}
