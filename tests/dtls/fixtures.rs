//! What the tests start from.

use roomrtc_core::base::Seed;
use roomrtc_core::crypto::{Certificate, HashAlgorithm, default_provider};
use roomrtc_core::dtls::{Config, Fingerprint, Role};

/// The SRTP profiles in the order we prefer them: AEAD_AES_128_GCM, AES128_CM_HMAC_SHA1_80.
pub(super) const PROFILES: [u16; 2] = [7, 1];

pub(super) fn certificate(role: Role) -> Certificate {
    let mut stream = Seed::from_u64(role as u64).stream("certificate");
    Certificate::generate(1_790_000_000, &mut stream)
}

pub(super) fn config(role: Role) -> Config {
    let mut config = Config::new(role, default_provider(), certificate(role));
    config.srtp_profiles = PROFILES.to_vec();
    config
}

pub(super) fn fingerprint(role: Role, algorithm: HashAlgorithm) -> Fingerprint {
    Fingerprint::of(algorithm, certificate(role).der(), default_provider())
}

pub(super) const fn other(role: Role) -> Role {
    match role {
        Role::Client => Role::Server,
        Role::Server => Role::Client,
    }
}
