//! Client, the server's certificate accepted.
//!
//! Flow: ServerKeyExchange → verify the server's signature over both randoms and its key share
//! → `WaitCertificateRequest`.

use super::WaitCertificateRequest;
use crate::crypto::NamedGroup;
use crate::dtls::Failure;
use crate::dtls::handshake::{HandshakeMessage, ServerKeyExchange};
use crate::dtls::v12::{Context, Parameters, Peer, State, StepError, signature_schemes};

/// The server's key share is due.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct WaitServerKeyExchange {
    pub(super) parameters: Parameters,
    pub(super) peer: Peer,
}

impl WaitServerKeyExchange {
    pub(in crate::dtls) fn handle(
        &self,
        context: &mut Context,
        message: &HandshakeMessage,
    ) -> Result<State, StepError> {
        let exchange: ServerKeyExchange = Context::read(message)?;
        let group = NamedGroup::from_code(exchange.group)
            .filter(|group| context.config.groups.contains(group))
            .ok_or(Failure::IllegalParameter)?;
        self.verify(context, &exchange)?;
        context.transcript.add(message);
        Ok(State::ClientWaitCertificateRequest(WaitCertificateRequest {
            parameters: self.parameters.clone(),
            peer: self.peer.clone(),
            group,
            share: exchange.public_key,
        }))
    }

    fn verify(&self, context: &Context, exchange: &ServerKeyExchange) -> Result<(), StepError> {
        let signed = ServerKeyExchange::signed(
            &self.parameters.client_random,
            &self.parameters.server_random,
            exchange.group,
            &exchange.public_key,
        );
        signature_schemes::verify(
            context.config.provider,
            &self.peer.certificate,
            exchange.scheme,
            &signed,
            &exchange.signature,
        )
    }
}
