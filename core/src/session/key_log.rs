//! The secrets of a session, for programs that read captures.

use std::fmt;

use crate::dtls::{KeyLogLine, Role};
use crate::srtp::{MasterKey, SrtpProfile};

/// The secrets of a session: whoever has them can read and forge everything in it.
///
/// A peer gives them out only where its configuration asks for it:
/// [`super::PeerConfig::gives_out_keys`].
#[derive(Clone, PartialEq, Eq)]
pub struct KeyLog {
    /// The side that the peer took in the handshake.
    pub role: Role,
    /// The handshake's secret.
    pub dtls: KeyLogLine,
    /// How media is protected.
    pub srtp_profile: SrtpProfile,
    /// The exported keys and salts of both directions, RFC 5764 section 4.2.
    pub srtp_keying_material: Vec<u8>,
}

impl KeyLog {
    /// The keys that the peer sends media with, and those that it receives with.
    pub fn srtp_keys(&self) -> Option<(MasterKey, MasterKey)> {
        let (client, server) = MasterKey::split(self.srtp_profile, &self.srtp_keying_material)?;
        Some(match self.role {
            Role::Client => (client, server),
            Role::Server => (server, client),
        })
    }
}

impl fmt::Debug for KeyLog {
    /// Never prints a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyLog").field("srtp_profile", &self.srtp_profile).finish_non_exhaustive()
    }
}
