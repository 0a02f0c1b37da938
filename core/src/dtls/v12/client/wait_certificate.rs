//! Client, ServerHello received.
//!
//! Flow: Certificate → check its fingerprint, then read its key → `WaitServerKeyExchange`.
//! The message waits while the fingerprints to expect are not known.

use super::WaitServerKeyExchange;
use crate::dtls::handshake::{CertificateMessage, HandshakeMessage};
use crate::dtls::v12::{Context, Parameters, Peer, State, StepError};

/// The server's certificate is due.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct WaitCertificate {
    pub(super) parameters: Parameters,
}

impl WaitCertificate {
    pub(in crate::dtls) fn handle(
        &self,
        context: &mut Context,
        message: &HandshakeMessage,
    ) -> Result<State, StepError> {
        let certificate: CertificateMessage = Context::read(message)?;
        let peer = Peer::accept(&certificate, context)?;
        context.transcript.add(message);
        let parameters = self.parameters.clone();
        Ok(State::ClientWaitServerKeyExchange(WaitServerKeyExchange { parameters, peer }))
    }
}
