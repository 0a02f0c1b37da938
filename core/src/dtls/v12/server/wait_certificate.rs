//! Server, its first flight sent.
//!
//! Flow: Certificate → check its fingerprint, then read its key → `WaitClientKeyExchange`.
//! The message waits while the fingerprints to expect are not known.

use std::sync::Arc;

use super::WaitClientKeyExchange;
use crate::crypto::KeyExchange;
use crate::dtls::handshake::{CertificateMessage, HandshakeMessage};
use crate::dtls::v12::{Context, Parameters, Peer, State, StepError};

/// The client's certificate is due.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct WaitCertificate {
    pub(super) parameters: Parameters,
    pub(super) exchange: Arc<dyn KeyExchange>,
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
        Ok(State::ServerWaitClientKeyExchange(WaitClientKeyExchange {
            parameters: self.parameters.clone(),
            exchange: Arc::clone(&self.exchange),
            peer,
        }))
    }
}
