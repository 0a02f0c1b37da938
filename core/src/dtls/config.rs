//! How an endpoint is to behave.

use std::time::Duration;

use super::{CipherSuite, Role};
use crate::crypto::{Certificate, CryptoProvider, NamedGroup, Witness};

/// The settings of an [`super::Endpoint`].
#[derive(Clone, Debug)]
pub struct Config {
    /// The side it takes.
    pub role: Role,
    /// The cryptographic library.
    pub provider: &'static dyn CryptoProvider,
    /// Who sees what the secrets do; nobody by default.
    pub witness: Witness,
    /// The certificate it shows, and the key that signs for it.
    pub certificate: Certificate,
    /// The cipher suites, most preferred first. As a server, its own preference decides.
    pub cipher_suites: Vec<CipherSuite>,
    /// The groups for key agreement, most preferred first. P-256 should be among them: some servers
    /// show no certificate of a curve that the client does not list (RFC 8422 section 5.1).
    pub groups: Vec<NamedGroup>,
    /// The code points of the SRTP protection profiles (RFC 5764 section 4.1.2), most preferred
    /// first. With any, a peer that shares none is refused; with none, `use_srtp` is not used.
    pub srtp_profiles: Vec<u16>,
    /// Whether, as a server, it has the client prove its address with a cookie first, RFC 6347
    /// section 4.2.1.
    pub cookie_exchange: bool,
    /// Bytes of the largest datagram to send (UDP payload). Values below
    /// [`Config::SMALLEST_DATAGRAM`] count as that.
    pub mtu: usize,
    /// How long a handshake may take from [`super::Endpoint::start`].
    pub handshake_timeout: Duration,
}

impl Config {
    /// The smallest datagram size that is honoured, in bytes.
    pub const SMALLEST_DATAGRAM: usize = 128;

    /// Everything we can do, most preferred first; datagrams of 1,200 bytes; 30 seconds; no cookie
    /// exchange (ICE has proven the client's address already); no SRTP.
    pub fn new(
        role: Role,
        provider: &'static dyn CryptoProvider,
        certificate: Certificate,
    ) -> Config {
        Config {
            role,
            provider,
            witness: Witness::default(),
            certificate,
            cipher_suites: CipherSuite::ALL.to_vec(),
            groups: vec![NamedGroup::X25519, NamedGroup::Secp256r1],
            srtp_profiles: Vec::new(),
            cookie_exchange: false,
            mtu: 1_200,
            handshake_timeout: Duration::from_secs(30),
        }
    }
}
