//! What a start begins with.

use std::time::Duration;

use roomrtc_io_mio::CertificateFingerprint;

use super::{KnownPeer, Notice, Settings, StoredSession};

/// What was kept from earlier starts. The default is that of the first start of all.
#[derive(Clone, Debug, Default)]
pub struct DesktopStart {
    /// The wall clock at [`roomrtc_core::base::Time::ZERO`]: time since the Unix epoch.
    pub epoch: Duration,
    /// What the user has set.
    pub settings: Settings,
    /// The login that was kept, if there is one.
    pub session: Option<StoredSession>,
    /// The certificates that servers have shown, by `host:port`.
    pub certificates: Vec<(String, CertificateFingerprint)>,
    /// The certificates that people had in their last calls.
    pub peers: Vec<KnownPeer>,
    /// What the user is to be told of the files that all this was kept in.
    pub notices: Vec<Notice>,
}
