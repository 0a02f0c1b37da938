//! What is written down of one client.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{
    CandidatePairReport, DtlsReport, ExchangeReport, FramesReport, FreezesReport, LatencyReport,
    RepairReport, RtcpReport, RtpReport,
};
use crate::statistics::CallStatistics;

/// What one client measured in its call.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ClientReport {
    /// Who it is.
    pub name: String,
    /// From the beginning of the call to the end of the DTLS handshake, in milliseconds.
    pub connected_ms: Option<f64>,
    /// From the beginning of the call to the first decoded picture, in milliseconds.
    pub first_frame_ms: Option<f64>,
    /// Between which addresses.
    pub candidate_pair: Option<CandidatePairReport>,
    /// What DTLS agreed on.
    pub dtls: Option<DtlsReport>,
    /// The SRTP protection profile's name in the IANA registry.
    pub srtp_profile: Option<String>,
    /// Frames.
    pub frames: FramesReport,
    /// Freezes of what was decoded.
    pub freezes: FreezesReport,
    /// The longest time without a new picture, from the connection to the end, in milliseconds;
    /// `None` if there was no picture. For the verdict only, and not written down.
    #[serde(skip)]
    pub longest_standstill_ms: Option<f64>,
    /// The age of what was decoded.
    pub latency_ms: LatencyReport,
    /// The mean peak signal-to-noise ratio of what was decoded against what was sent, in decibels.
    pub psnr_db: Option<f64>,
    /// RTP packets and bytes.
    pub rtp: RtpReport,
    /// What RTCP measured.
    pub rtcp: RtcpReport,
    /// Lost packets that were sent again.
    pub repair: RepairReport,
    /// Picture loss indications.
    pub pli: ExchangeReport,
    /// Key frames.
    pub key_frames: ExchangeReport,
    /// The same and more in the words of the W3C.
    pub statistics: CallStatistics,
    /// Packets and frames dropped, by reason.
    pub dropped: BTreeMap<String, u64>,
    /// CPU time by thread, in seconds.
    pub cpu_s: BTreeMap<String, f64>,
}
