//! Client, ClientHello sent.
//!
//! Flow: HelloVerifyRequest → send ClientHello with its cookie, wait again;
//! ServerHello → check what the server has chosen → `WaitCertificate`.

use super::WaitCertificate;
use super::start::{extensions, send_client_hello};
use crate::dtls::handshake::extension::{
    EcPointFormats, ExtendedMasterSecret, RenegotiationInfo, UseSrtp,
};
use crate::dtls::handshake::{HandshakeMessage, HandshakeType, HelloVerifyRequest, ServerHello};
use crate::dtls::v12::{CipherSuite, Context, Parameters, State, StepError};
use crate::dtls::{Config, DropReason, Failure, ProtocolVersion};

/// A ClientHello is sent.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct WaitServerHello {
    pub(super) random: [u8; 32],
    /// How many cookies the server has given.
    pub(super) cookies: u8,
}

/// The most cookies that are sent back: a server that gives ever more gets no answer. Some may be
/// forged.
const MOST_COOKIES: u8 = 16;

impl WaitServerHello {
    pub(in crate::dtls) fn handle(
        &self,
        context: &mut Context,
        message: &HandshakeMessage,
    ) -> Result<State, StepError> {
        match message.message_type {
            HandshakeType::HelloVerifyRequest => self.take_cookie(context, message),
            _ => self.take_hello(context, message),
        }
    }

    fn take_cookie(
        &self,
        context: &mut Context,
        message: &HandshakeMessage,
    ) -> Result<State, StepError> {
        let request: HelloVerifyRequest = Context::read(message)?;
        if self.cookies == MOST_COOKIES {
            return Err(StepError::Drop(DropReason::MessageUnexpected));
        }
        context.transcript.clear();
        context.is_disputed = true;
        send_client_hello(context, self.random, request.cookie);
        let cookies = self.cookies + 1;
        Ok(State::ClientWaitServerHello(WaitServerHello { random: self.random, cookies }))
    }

    fn take_hello(
        &self,
        context: &mut Context,
        message: &HandshakeMessage,
    ) -> Result<State, StepError> {
        let hello: ServerHello = Context::read(message)?;
        let parameters = self.check(&context.config, &hello)?;
        context.transcript.add(message);
        Ok(State::ClientWaitCertificate(WaitCertificate { parameters }))
    }

    fn check(&self, config: &Config, hello: &ServerHello) -> Result<Parameters, StepError> {
        if hello.version != ProtocolVersion::Dtls12.code() {
            return Err(Failure::UnsupportedVersion.into());
        }
        let cipher_suite = CipherSuite::from_code(hello.cipher_suite)
            .filter(|suite| config.cipher_suites.contains(suite))
            .ok_or(Failure::IllegalParameter)?;
        if hello.compression_method != 0 {
            return Err(Failure::IllegalParameter.into());
        }
        let offered = extensions(config);
        if hello.extensions.0.iter().any(|extension| !offered.contains(extension.code)) {
            return Err(Failure::UnsupportedExtension.into());
        }
        check_formalities(hello)?;
        Ok(Parameters {
            cipher_suite,
            client_random: self.random,
            server_random: hello.random,
            extended_master_secret: hello.extensions.find::<ExtendedMasterSecret>()?.is_some(),
            srtp_profile: srtp_profile(config, hello)?,
        })
    }
}

/// What the server must answer just so, if it answers it.
fn check_formalities(hello: &ServerHello) -> Result<(), StepError> {
    let renegotiation = hello.extensions.find::<RenegotiationInfo>()?;
    if renegotiation.is_some_and(|info| !info.renegotiated_connection.is_empty()) {
        return Err(Failure::SecureRenegotiation.into());
    }
    let formats = hello.extensions.find::<EcPointFormats>()?;
    if formats.is_some_and(|it| !it.formats.contains(&EcPointFormats::UNCOMPRESSED)) {
        return Err(Failure::IllegalParameter.into());
    }
    Ok(())
}

/// The profile that the server has chosen, RFC 5764 section 4.1.1.
fn srtp_profile(config: &Config, hello: &ServerHello) -> Result<Option<u16>, StepError> {
    match hello.extensions.find::<UseSrtp>()? {
        None if config.srtp_profiles.is_empty() => Ok(None),
        None => Err(Failure::NoCommonSrtpProfile.into()),
        Some(chosen) => match chosen.profiles[..] {
            [profile] if config.srtp_profiles.contains(&profile) && chosen.mki.is_empty() => {
                Ok(Some(profile))
            }
            _ => Err(Failure::IllegalParameter.into()),
        },
    }
}
