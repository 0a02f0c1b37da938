//! Server, nothing accepted yet.
//!
//! Flow: ClientHello without a valid cookie, if cookies are asked for → send HelloVerifyRequest,
//! wait again;
//! ClientHello → choose → send ServerHello, Certificate, ServerKeyExchange, CertificateRequest and
//! ServerHelloDone → `WaitCertificate`.

use super::{Selection, WaitCertificate, cookie};
use crate::crypto::KeyExchange;
use crate::dtls::ProtocolVersion;
use crate::dtls::handshake::extension::{
    EcPointFormats, ExtendedMasterSecret, Extensions, RenegotiationInfo, UseSrtp,
};
use crate::dtls::handshake::{
    CertificateMessage, CertificateRequest, ClientHello, HandshakeMessage, HelloVerifyRequest,
    ServerHello, ServerHelloDone, ServerKeyExchange,
};
use crate::dtls::v12::{Context, Parameters, State, StepError, signature_schemes};

/// Takes a ClientHello.
pub(in crate::dtls) fn wait_client_hello(
    context: &mut Context,
    message: &HandshakeMessage,
) -> Result<State, StepError> {
    let hello: ClientHello = Context::read(message)?;
    if context.config.cookie_exchange && !cookie::is_valid(context, &hello) {
        let cookie = context.config.witness.shown(cookie::cookie(context, &hello).to_vec());
        // RFC 6347 section 4.2.1: of this message, the version of DTLS 1.0 whatever is to come.
        let version = ProtocolVersion::Dtls10.code();
        let request = HelloVerifyRequest { version, cookie };
        context.send_unrecorded(message.sequence, &request);
        return Ok(State::ServerWaitClientHello);
    }
    let selection = Selection::choose(&context.config, &hello)?;
    context.transcript.add(message);
    // Our numbers go on from those of the cookies, RFC 6347 section 4.2.2.
    context.next_sequence = message.sequence;
    let parameters = Parameters {
        cipher_suite: selection.cipher_suite,
        client_random: hello.random,
        server_random: context.random.bytes(),
        extended_master_secret: selection.extended_master_secret,
        srtp_profile: selection.srtp_profile,
    };
    let exchange = context.config.provider.key_exchange(selection.group, &mut context.private_keys);
    send_flight(context, &selection, &parameters, exchange.as_ref());
    Ok(State::ServerWaitCertificate(WaitCertificate { parameters, exchange }))
}

fn send_flight(
    context: &mut Context,
    selection: &Selection,
    parameters: &Parameters,
    exchange: &dyn KeyExchange,
) {
    context.send(&ServerHello {
        version: ProtocolVersion::Dtls12.code(),
        random: parameters.server_random,
        session_id: Vec::new(),
        cipher_suite: selection.cipher_suite.code(),
        compression_method: 0,
        extensions: extensions(selection),
    });
    let certificates = vec![context.config.certificate.der().to_vec()];
    context.send(&CertificateMessage { certificates });
    let key_exchange = server_key_exchange(context, selection, parameters, exchange);
    context.send(&key_exchange);
    context.send(&CertificateRequest {
        certificate_types: vec![CertificateRequest::ECDSA_SIGN, CertificateRequest::RSA_SIGN],
        signature_schemes: signature_schemes::offered(),
        authorities: Vec::new(),
    });
    context.send(&ServerHelloDone);
}

/// Only what the client has offered is answered, RFC 5246 section 7.4.1.4.
fn extensions(selection: &Selection) -> Extensions {
    let mut extensions = Extensions::default();
    if selection.extended_master_secret {
        extensions.push(&ExtendedMasterSecret);
    }
    if selection.renegotiation_info {
        extensions.push(&RenegotiationInfo { renegotiated_connection: Vec::new() });
    }
    if selection.point_formats {
        extensions.push(&EcPointFormats { formats: vec![EcPointFormats::UNCOMPRESSED] });
    }
    if let Some(profile) = selection.srtp_profile {
        extensions.push(&UseSrtp { profiles: vec![profile], mki: Vec::new() });
    }
    extensions
}

fn server_key_exchange(
    context: &Context,
    selection: &Selection,
    parameters: &Parameters,
    exchange: &dyn KeyExchange,
) -> ServerKeyExchange {
    let witness = &context.config.witness;
    let group = selection.group.code();
    let public_key = witness.shown(exchange.public_key().to_vec());
    let (client, server) = (&parameters.client_random, &parameters.server_random);
    let signed = ServerKeyExchange::signed(client, server, group, &public_key);
    let signature = context.config.certificate.signing_key().sign(selection.scheme, &signed);
    let signature = witness.shown(signature);
    ServerKeyExchange { group, public_key, scheme: selection.scheme.code(), signature }
}
