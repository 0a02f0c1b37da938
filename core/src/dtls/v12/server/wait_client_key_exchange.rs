//! Server, the client's certificate accepted.
//!
//! Flow: ClientKeyExchange → agree on the secret → `WaitCertificateVerify`.

use std::sync::Arc;

use super::WaitCertificateVerify;
use crate::crypto::KeyExchange;
use crate::dtls::handshake::{ClientKeyExchange, HandshakeMessage};
use crate::dtls::v12::{Context, Established, Parameters, Peer, State, StepError};

/// The client's key share is due.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct WaitClientKeyExchange {
    pub(super) parameters: Parameters,
    pub(super) exchange: Arc<dyn KeyExchange>,
    pub(super) peer: Peer,
}

impl WaitClientKeyExchange {
    pub(in crate::dtls) fn handle(
        &self,
        context: &mut Context,
        message: &HandshakeMessage,
    ) -> Result<State, StepError> {
        let share: ClientKeyExchange = Context::read(message)?;
        context.transcript.add(message);
        let (parameters, peer) = (&self.parameters, &self.peer);
        let exchange = self.exchange.as_ref();
        let established =
            Established::agree(parameters, peer, exchange, &share.public_key, context)?;
        Ok(State::ServerWaitCertificateVerify(WaitCertificateVerify { established }))
    }
}
