//! The secrets of a session, for a capture that can be read.

use roomrtc_core::session::KeyLog;

/// The secrets of one session, which its host gave out on request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionKeys {
    /// The index of the host.
    pub host: usize,
    /// What it gave out.
    pub key_log: KeyLog,
}
