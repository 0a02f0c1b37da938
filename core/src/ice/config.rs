//! What an agent is given.

use std::net::SocketAddr;
use std::time::Duration;

use crate::crypto::{CryptoProvider, default_provider};

/// The configuration of an agent.
#[derive(Clone, Debug)]
pub struct Config {
    /// The cryptography for MESSAGE-INTEGRITY.
    pub provider: &'static dyn CryptoProvider,
    /// Whether to be a lite agent, RFC 8445 section 2.5: it answers checks and sends none.
    pub is_lite: bool,
    /// STUN servers to ask for server-reflexive candidates; at most four are asked.
    pub stun_servers: Vec<SocketAddr>,
    /// Whether candidates are told as they are found, RFC 8838. Then a silent STUN server holds nothing
    /// up, and is asked for as long as a check is repeated (39.5 s); otherwise for 5.5 s.
    pub is_trickling: bool,
    /// The Ta that is proposed to the peer, at least 5 ms: RFC 8445 section 14.2.
    pub pacing: Duration,
    /// How long after the last new pair the agent fails if no pair is valid, RFC 8863.
    pub failure_timeout: Duration,
}

impl Default for Config {
    /// A full agent without servers, the fastest pacing, and the patience RFC 8863 recommends:
    /// 39.5 s, all retransmissions of a check.
    fn default() -> Config {
        Config {
            provider: default_provider(),
            is_lite: false,
            stun_servers: Vec::new(),
            is_trickling: true,
            pacing: Duration::from_millis(5),
            failure_timeout: Duration::from_millis(39_500),
        }
    }
}
