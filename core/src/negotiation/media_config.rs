//! Media of ours.

use crate::codec::h264::{H264Parameters, Level, PacketizationMode, Profile, ProfileLevelId};
use crate::sdp::Direction;

/// Media of ours, for one section of video.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaConfig {
    /// What we want of its direction.
    pub direction: Direction,
    /// The synchronization source we send with, RFC 3550 section 8.
    pub ssrc: u32,
    /// The synchronization source we send lost packets again with, RFC 4588.
    pub retransmission_ssrc: u32,
    /// The identifier of the media stream that it is part of, RFC 8830; `-` for none.
    pub stream: String,
    /// The identifier of the track.
    pub track: String,
    /// The formats that we can send and receive, the most wanted first.
    pub formats: Vec<H264Parameters>,
}

impl MediaConfig {
    /// The media type of its sections.
    pub const KIND: &'static str = "video";

    /// The formats that our encoder and decoder do, at up to 1,280 × 720 and 30 frames a second.
    ///
    /// Constrained Baseline, the profile of every browser (RFC 7742 section 6.2), in both
    /// packetization modes; then Baseline and Main, of which a Constrained Baseline stream is a
    /// valid one: some stacks name their streams so.
    pub fn default_formats() -> Vec<H264Parameters> {
        let profiles = [Profile::ConstrainedBaseline, Profile::Baseline, Profile::Main];
        let modes = [PacketizationMode::NonInterleaved, PacketizationMode::SingleNalUnit];
        let of_profile = |profile| {
            let id = ProfileLevelId::new(profile, Level::L3_1);
            modes.map(|mode| H264Parameters::new(id, mode))
        };
        profiles.into_iter().flat_map(of_profile).collect()
    }
}
