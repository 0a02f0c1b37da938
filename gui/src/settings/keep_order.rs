//! What is to be kept.

use roomrtc_io_mio::CertificateFingerprint;

use crate::desktop::{Kept, KnownPeer, Settings, StoredSession};

/// What is to be kept, or to be forgotten.
#[derive(Clone, Debug)]
pub enum KeepOrder {
    /// What the user has set.
    Settings(Settings),
    /// The login.
    Session(StoredSession),
    /// The login is to be forgotten.
    ForgetSession,
    /// Somebody's certificate.
    Peer(KnownPeer),
    /// A server's certificate, in the place of any before.
    Certificate {
        /// The server, `host:port`.
        server: String,
        /// Its certificate.
        certificate: CertificateFingerprint,
    },
}

impl KeepOrder {
    /// What it is about.
    pub const fn kept(&self) -> Kept {
        match self {
            KeepOrder::Settings(_) => Kept::Settings,
            KeepOrder::Session(_) | KeepOrder::ForgetSession => Kept::Session,
            KeepOrder::Peer(_) => Kept::Peers,
            KeepOrder::Certificate { .. } => Kept::Certificates,
        }
    }
}
