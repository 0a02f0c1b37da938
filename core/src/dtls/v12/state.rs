//! The states with what they carry.

use super::{Context, Established, StateName, StepError, client, server};
use crate::dtls::handshake::HandshakeMessage;
use crate::dtls::{DropReason, Failure};

/// The state of an endpoint.
#[derive(Clone, Debug)]
pub(in crate::dtls) enum State {
    ClientStart,
    ClientWaitServerHello(client::WaitServerHello),
    ClientWaitCertificate(client::WaitCertificate),
    ClientWaitServerKeyExchange(client::WaitServerKeyExchange),
    ClientWaitCertificateRequest(client::WaitCertificateRequest),
    ClientWaitServerHelloDone(client::WaitServerHelloDone),
    ClientWaitFinished(client::WaitFinished),
    ServerWaitClientHello,
    ServerWaitCertificate(server::WaitCertificate),
    ServerWaitClientKeyExchange(server::WaitClientKeyExchange),
    ServerWaitCertificateVerify(server::WaitCertificateVerify),
    ServerWaitFinished(server::WaitFinished),
    Connected(Established),
    Closed,
    Failed(Failure),
}

impl State {
    /// Takes the message that is due, and gives the next state. What else follows is left in
    /// `context`.
    ///
    /// # Errors
    /// Why the message is dropped or ends the handshake.
    pub(in crate::dtls) fn handle(
        &self,
        context: &mut Context,
        message: &HandshakeMessage,
    ) -> Result<State, StepError> {
        match self {
            State::ClientWaitServerHello(state) => state.handle(context, message),
            State::ClientWaitCertificate(state) => state.handle(context, message),
            State::ClientWaitServerKeyExchange(state) => state.handle(context, message),
            State::ClientWaitCertificateRequest(state) => state.handle(context, message),
            State::ClientWaitServerHelloDone(state) => state.handle(context, message),
            State::ClientWaitFinished(state) => state.handle(context, message),
            State::ServerWaitClientHello => server::wait_client_hello(context, message),
            State::ServerWaitCertificate(state) => state.handle(context, message),
            State::ServerWaitClientKeyExchange(state) => state.handle(context, message),
            State::ServerWaitCertificateVerify(state) => state.handle(context, message),
            State::ServerWaitFinished(state) => state.handle(context, message),
            State::ClientStart | State::Connected(_) | State::Closed | State::Failed(_) => {
                Err(StepError::Drop(DropReason::MessageUnexpected))
            }
        }
    }

    /// Its name.
    pub(in crate::dtls) fn name(&self) -> StateName {
        match self {
            State::ClientStart => StateName::ClientStart,
            State::ClientWaitServerHello(_) => StateName::ClientWaitServerHello,
            State::ClientWaitCertificate(_) => StateName::ClientWaitCertificate,
            State::ClientWaitServerKeyExchange(_) => StateName::ClientWaitServerKeyExchange,
            State::ClientWaitCertificateRequest(_) => StateName::ClientWaitCertificateRequest,
            State::ClientWaitServerHelloDone(_) => StateName::ClientWaitServerHelloDone,
            State::ClientWaitFinished(_) => StateName::ClientWaitFinished,
            State::ServerWaitClientHello => StateName::ServerWaitClientHello,
            State::ServerWaitCertificate(_) => StateName::ServerWaitCertificate,
            State::ServerWaitClientKeyExchange(_) => StateName::ServerWaitClientKeyExchange,
            State::ServerWaitCertificateVerify(_) => StateName::ServerWaitCertificateVerify,
            State::ServerWaitFinished(_) => StateName::ServerWaitFinished,
            State::Connected(_) => StateName::Connected,
            State::Closed => StateName::Closed,
            State::Failed(_) => StateName::Failed,
        }
    }
}
