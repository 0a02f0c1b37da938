//! A client before it is connected.

use std::net::SocketAddr;
use std::sync::Arc;

use crate::dialect::Dialect;

/// Whom to connect to, and what to say there.
#[derive(Debug)]
pub struct Client {
    /// The server's address.
    pub address: SocketAddr,
    /// How to speak TLS, if at all.
    pub tls: Option<Arc<rustls::ClientConfig>>,
    /// What to say.
    pub dialect: Box<dyn Dialect>,
}
