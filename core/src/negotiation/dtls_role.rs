//! Who begins the DTLS handshake.

use crate::sdp::Setup;

/// A role in the DTLS handshake, RFC 8842 section 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DtlsRole {
    /// The client sends the first message: `a=setup:active`.
    Client,
    /// The server waits for it: `a=setup:passive`.
    Server,
}

impl DtlsRole {
    /// What an answer says of this role.
    pub const fn setup(self) -> Setup {
        match self {
            DtlsRole::Client => Setup::Active,
            DtlsRole::Server => Setup::Passive,
        }
    }
}
