//! What the hellos have settled.

use super::CipherSuite;

/// The parameters that ClientHello and ServerHello have settled.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct Parameters {
    pub(in crate::dtls) cipher_suite: CipherSuite,
    pub(in crate::dtls) client_random: [u8; 32],
    pub(in crate::dtls) server_random: [u8; 32],
    /// Whether the master secret is that of RFC 7627.
    pub(in crate::dtls) extended_master_secret: bool,
    pub(in crate::dtls) srtp_profile: Option<u16>,
}

impl Parameters {
    /// Both randoms, the client's first.
    pub(in crate::dtls) fn client_then_server(&self) -> [u8; 64] {
        joined(&self.client_random, &self.server_random)
    }

    /// Both randoms, the server's first.
    pub(in crate::dtls) fn server_then_client(&self) -> [u8; 64] {
        joined(&self.server_random, &self.client_random)
    }
}

fn joined(first: &[u8; 32], second: &[u8; 32]) -> [u8; 64] {
    let mut both = [0; 64];
    both[..32].copy_from_slice(first);
    both[32..].copy_from_slice(second);
    both
}
