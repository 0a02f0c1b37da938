//! How a server is set up.

use std::net::SocketAddr;
use std::time::Duration;

use super::{CertificateSource, StoreLocation};
use crate::accounts::{Lifetimes, PasswordCost};
use crate::hub::HubConfig;

/// The settings of a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerConfig {
    /// The address to listen on; port 0 for any that is free.
    pub listen: SocketAddr,
    /// Where accounts are kept.
    pub store: StoreLocation,
    /// What a password hash costs.
    pub password_cost: PasswordCost,
    /// How long sessions and invitations last.
    pub lifetimes: Lifetimes,
    /// Threads that hash and store; at least one is started.
    pub workers: usize,
    /// Most operations on the accounts that wait for a worker, those that hash and those that do not
    /// each for themselves, and half of it for those of one address. Those beyond it are refused.
    pub max_waiting_operations: usize,
    /// The hub's limits.
    pub hub: HubConfig,
    /// The certificate for TLS.
    pub certificate: CertificateSource,
    /// Whether connections without TLS are taken although `listen` is not a loopback address. On
    /// one they always are.
    pub allow_plain: bool,
    /// Sites beside the page's own whose scripts may open a WebSocket, each as a browser writes its
    /// `Origin`: `https://example.org`.
    pub origins: Vec<String>,
    /// A loopback address for `GET /healthz` and `GET /metrics`; port 0 for any that is free.
    pub metrics: Option<SocketAddr>,
    /// Whether STUN Binding requests are answered over UDP at the address of `listen`.
    pub stun: bool,
    /// Most connections at the same time. Those beyond it are closed at once.
    pub max_connections: usize,
    /// Most connections of one address (of a /64 of IPv6) at the same time.
    pub max_connections_per_address: usize,
    /// Most connections that have not said yet what they want, TLS handshakes among them. One more,
    /// and the one that has taken longest is closed.
    pub max_openings: usize,
    /// How long a connection may take to say what it wants, its TLS handshake included.
    pub opening_timeout: Duration,
    /// How long a server that is stopped may take to finish what is under way.
    pub drain_timeout: Duration,
}

impl ServerConfig {
    /// The settings of a server on this address with its accounts there.
    pub fn new(listen: SocketAddr, store: StoreLocation) -> ServerConfig {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        ServerConfig {
            listen,
            store,
            password_cost: PasswordCost::default(),
            lifetimes: Lifetimes::default(),
            workers: cores.min(4),
            max_waiting_operations: 512,
            hub: HubConfig::default(),
            certificate: CertificateSource::Made,
            allow_plain: false,
            origins: Vec::new(),
            metrics: None,
            stun: true,
            max_connections: 100_000,
            max_connections_per_address: 1_024,
            max_openings: 1_024,
            opening_timeout: Duration::from_secs(10),
            drain_timeout: Duration::from_secs(10),
        }
    }
}
