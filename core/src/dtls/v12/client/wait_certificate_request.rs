//! Client, the server's key share accepted.
//!
//! Flow: CertificateRequest → note how to sign → `WaitServerHelloDone`;
//! ServerHelloDone → as there, without a certificate → `WaitFinished`.

use super::{Authentication, WaitServerHelloDone};
use crate::crypto::NamedGroup;
use crate::dtls::handshake::{CertificateRequest, HandshakeMessage, HandshakeType};
use crate::dtls::v12::{Context, Parameters, Peer, State, StepError, signature_schemes};

/// CertificateRequest or ServerHelloDone is due.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct WaitCertificateRequest {
    pub(super) parameters: Parameters,
    pub(super) peer: Peer,
    pub(super) group: NamedGroup,
    /// The server's public key.
    pub(super) share: Vec<u8>,
}

impl WaitCertificateRequest {
    pub(in crate::dtls) fn handle(
        &self,
        context: &mut Context,
        message: &HandshakeMessage,
    ) -> Result<State, StepError> {
        if message.message_type == HandshakeType::ServerHelloDone {
            return self.next(Authentication::NotAsked).handle(context, message);
        }
        let request: CertificateRequest = Context::read(message)?;
        context.transcript.add(message);
        let takes_ecdsa = request.certificate_types.contains(&CertificateRequest::ECDSA_SIGN);
        let scheme = signature_schemes::choose(&request.signature_schemes);
        let authentication =
            scheme.filter(|_| takes_ecdsa).map_or(Authentication::Impossible, Authentication::By);
        Ok(State::ClientWaitServerHelloDone(self.next(authentication)))
    }

    fn next(&self, authentication: Authentication) -> WaitServerHelloDone {
        WaitServerHelloDone {
            parameters: self.parameters.clone(),
            peer: self.peer.clone(),
            group: self.group,
            share: self.share.clone(),
            authentication,
        }
    }
}
