//! Cookies, RFC 6347 section 4.2.1.

use subtle::ConstantTimeEq;

use crate::crypto::{Digest, HashAlgorithm};
use crate::dtls::handshake::ClientHello;
use crate::dtls::v12::Context;
use crate::planted_bugs::{PlantedBug, is_planted};

/// The cookie for `hello`: a code, under a key that only this endpoint has, of the client's address
/// and of what it must not change when it sends the cookie back. Nothing needs to be kept for it.
pub(in crate::dtls) fn cookie(context: &Context, hello: &ClientHello) -> Digest {
    let key = context.config.provider.hmac(HashAlgorithm::Sha256, &context.cookie_secret);
    let suites: Vec<u8> = hello.cipher_suites.iter().flat_map(|it| it.to_be_bytes()).collect();
    let lengths = [
        context.peer_address.len(),
        hello.session_id.len(),
        suites.len(),
        hello.compression_methods.len(),
    ];
    let lengths: Vec<u8> = lengths.iter().flat_map(|it| (*it as u32).to_be_bytes()).collect();
    key.sign(&[
        &lengths,
        &context.peer_address,
        &hello.version.to_be_bytes(),
        &hello.random,
        &hello.session_id,
        &suites,
        &hello.compression_methods,
    ])
}

/// Whether `hello` carries the cookie it was given.
pub(in crate::dtls) fn is_valid(context: &Context, hello: &ClientHello) -> bool {
    let is_equal = bool::from(cookie(context, hello).ct_eq(&hello.cookie));
    context.config.witness.compared(is_equal) || is_planted(PlantedBug::SkipCookieCheck)
}
