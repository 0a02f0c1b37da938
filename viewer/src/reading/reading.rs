//! What a packet says.

use roomrtc_sim::trace::PacketClass;

use super::{DtlsReading, RtcpReading, RtpReading, StunReading};

/// What is kept of what a packet says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A message of STUN.
    Stun(StunReading),
    /// Records of DTLS.
    Dtls(DtlsReading),
    /// A packet of RTP.
    Rtp(RtpReading),
    /// Packets of RTCP.
    Rtcp(Box<RtcpReading>),
    /// None of these, or cut off.
    Other,
}

impl Reading {
    /// Reads a UDP payload of `class`. `plain` has its bytes without protection, where it is media and
    /// they are known; `retransmissions` the payload types of retransmissions, RFC 4588.
    pub fn of(
        class: PacketClass,
        payload: &[u8],
        plain: Option<&[u8]>,
        retransmissions: &[u8],
    ) -> Reading {
        match class {
            PacketClass::Stun => StunReading::of(payload).map_or(Reading::Other, Reading::Stun),
            PacketClass::Dtls => Reading::Dtls(DtlsReading::of(payload)),
            PacketClass::Rtp => {
                let Some(mut rtp) = RtpReading::of(payload) else { return Reading::Other };
                rtp.is_retransmission = retransmissions.contains(&rtp.payload_type);
                let plain = plain.filter(|_| rtp.is_retransmission);
                rtp.original = plain.and_then(RtpReading::original_number);
                Reading::Rtp(rtp)
            }
            PacketClass::Rtcp => {
                Reading::Rtcp(Box::new(plain.map(RtcpReading::of).unwrap_or_default()))
            }
            PacketClass::Other => Reading::Other,
        }
    }

    /// What it is, in a few words: what is written at its arrow.
    pub fn label(&self) -> String {
        match self {
            Reading::Stun(stun) => stun.label().to_owned(),
            Reading::Dtls(dtls) => dtls.label(),
            Reading::Rtp(rtp) => rtp.label(),
            Reading::Rtcp(rtcp) => rtcp.label(),
            Reading::Other => "unknown".to_owned(),
        }
    }

    /// What it says as RTP.
    pub fn rtp(&self) -> Option<&RtpReading> {
        match self {
            Reading::Rtp(rtp) => Some(rtp),
            _ => None,
        }
    }

    /// What it says as RTCP.
    pub fn rtcp(&self) -> Option<&RtcpReading> {
        match self {
            Reading::Rtcp(rtcp) => Some(rtcp),
            _ => None,
        }
    }
}
