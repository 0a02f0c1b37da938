//! Client, everything of the server's flight received but its end.
//!
//! Flow: ServerHelloDone → send Certificate (if asked for one), ClientKeyExchange, agree on the
//! secret, send CertificateVerify (if there is a certificate), ChangeCipherSpec and Finished
//! → `WaitFinished`.

use super::{Authentication, WaitFinished};
use crate::crypto::NamedGroup;
use crate::dtls::handshake::{
    CertificateMessage, CertificateVerify, ClientKeyExchange, HandshakeMessage, ServerHelloDone,
};
use crate::dtls::v12::{Context, Established, MasterSecret, Parameters, Peer, State, StepError};

/// ServerHelloDone is due.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct WaitServerHelloDone {
    pub(super) parameters: Parameters,
    pub(super) peer: Peer,
    pub(super) group: NamedGroup,
    /// The server's public key.
    pub(super) share: Vec<u8>,
    pub(super) authentication: Authentication,
}

impl WaitServerHelloDone {
    pub(in crate::dtls) fn handle(
        &self,
        context: &mut Context,
        message: &HandshakeMessage,
    ) -> Result<State, StepError> {
        let _: ServerHelloDone = Context::read(message)?;
        context.transcript.add(message);
        self.send_certificate(context);
        let provider = context.config.provider;
        let exchange = provider.key_exchange(self.group, &mut context.private_keys);
        let public_key = context.config.witness.shown(exchange.public_key().to_vec());
        context.send(&ClientKeyExchange { public_key });
        let (parameters, peer) = (&self.parameters, &self.peer);
        let established =
            Established::agree(parameters, peer, exchange.as_ref(), &self.share, context)?;
        self.send_certificate_verify(context);
        context.send_finished(&established.master, MasterSecret::client_finished);
        Ok(State::ClientWaitFinished(WaitFinished { established }))
    }

    fn send_certificate(&self, context: &mut Context) {
        let certificates = match self.authentication {
            Authentication::NotAsked => return,
            Authentication::Impossible => Vec::new(),
            Authentication::By(_) => vec![context.config.certificate.der().to_vec()],
        };
        context.send(&CertificateMessage { certificates });
    }

    fn send_certificate_verify(&self, context: &mut Context) {
        if let Authentication::By(scheme) = self.authentication {
            let key = context.config.certificate.signing_key();
            let signature = key.sign(scheme, context.transcript.bytes());
            let signature = context.config.witness.shown(signature);
            context.send(&CertificateVerify { scheme: scheme.code(), signature });
        }
    }
}
