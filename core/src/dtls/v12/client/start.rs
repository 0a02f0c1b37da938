//! Client, nothing sent yet.
//!
//! Flow: when started, send ClientHello → `WaitServerHello`.

use super::WaitServerHello;
use crate::dtls::handshake::ClientHello;
use crate::dtls::handshake::extension::{
    EcPointFormats, ExtendedMasterSecret, Extensions, RenegotiationInfo, SignatureAlgorithms,
    SupportedGroups, UseSrtp,
};
use crate::dtls::v12::{Context, State, signature_schemes};
use crate::dtls::{Config, ProtocolVersion};

/// Sends the first ClientHello.
pub(in crate::dtls) fn start(context: &mut Context) -> State {
    let random = context.random.bytes();
    send_client_hello(context, random, Vec::new());
    State::ClientWaitServerHello(WaitServerHello { random, cookies: 0 })
}

/// Sends a ClientHello: with a cookie it is the same as before in all else, RFC 6347 section 4.2.1.
pub(super) fn send_client_hello(context: &mut Context, random: [u8; 32], cookie: Vec<u8>) {
    let hello = ClientHello {
        version: ProtocolVersion::Dtls12.code(),
        random,
        session_id: Vec::new(),
        cookie,
        cipher_suites: context.config.cipher_suites.iter().map(|suite| suite.code()).collect(),
        compression_methods: vec![0],
        extensions: extensions(&context.config),
    };
    context.send_first(&hello);
}

/// The extensions that are offered.
pub(super) fn extensions(config: &Config) -> Extensions {
    let mut extensions = Extensions::default();
    extensions.push(&ExtendedMasterSecret);
    extensions.push(&RenegotiationInfo { renegotiated_connection: Vec::new() });
    let groups = config.groups.iter().map(|group| group.code()).collect();
    extensions.push(&SupportedGroups { groups });
    extensions.push(&EcPointFormats { formats: vec![EcPointFormats::UNCOMPRESSED] });
    extensions.push(&SignatureAlgorithms { schemes: signature_schemes::offered() });
    if !config.srtp_profiles.is_empty() {
        let profiles = config.srtp_profiles.clone();
        extensions.push(&UseSrtp { profiles, mki: Vec::new() });
    }
    extensions
}
