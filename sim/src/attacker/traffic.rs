//! Kinds of genuine packets.

use roomrtc_core::session::PacketKind;
use serde::{Deserialize, Serialize};

/// A kind of genuine packets, told from the first bytes (RFC 7983).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Traffic {
    /// Connectivity and consent checks, and their answers.
    Stun,
    /// The handshake and its alerts.
    Dtls,
    /// Media.
    Rtp,
    /// Reports and feedback.
    Rtcp,
}

impl Traffic {
    /// All four.
    pub const ALL: [Traffic; 4] = [Traffic::Stun, Traffic::Dtls, Traffic::Rtp, Traffic::Rtcp];

    /// The kind of a packet, if it has one.
    pub fn of(payload: &[u8]) -> Option<Traffic> {
        Some(match PacketKind::of(payload)? {
            PacketKind::Stun => Traffic::Stun,
            PacketKind::Dtls => Traffic::Dtls,
            PacketKind::Rtp => Traffic::Rtp,
            PacketKind::Rtcp => Traffic::Rtcp,
        })
    }
}
