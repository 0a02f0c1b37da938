//! How the sections of a description hang together.

use crate::sdp::Setup;

/// How the sections of a description we write hang together.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// Our role in DTLS.
    pub(super) setup: Setup,
    /// The sections that share the transport; the first is the tagged one, whose attributes hold
    /// for it.
    pub(super) bundle: Vec<usize>,
    /// Whether to write the group.
    pub(super) has_group: bool,
    /// Whether all but the tagged section are offered inside the group only.
    pub(super) is_bundle_only: bool,
    /// Whether the sections that are not tagged repeat the transport's credentials, fingerprints and
    /// role.
    pub(super) repeats_security: bool,
    /// Whether to say that RTP and RTCP can only be multiplexed.
    pub(super) has_rtcp_mux_only: bool,
}

impl Layout {
    /// The section whose attributes hold for the transport.
    pub(super) fn tagged(&self) -> Option<usize> {
        self.bundle.first().copied()
    }
}
