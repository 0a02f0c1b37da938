//! Building the engines out of the configuration.

use std::time::Duration;

use super::{Peer, PeerConfig};
use crate::base::{Seed, Time};
use crate::crypto::Certificate;
use crate::ice;
use crate::media::{JitterBufferConfig, MediaConfig, MediaEngine};
use crate::negotiation::{self, DtlsRole, Negotiator, NegotiatorConfig};
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::rtcp::NtpTime;
use crate::srtp::SrtpProfile;

/// The certificate configured, or one drawn from the seed.
pub(super) fn certificate(config: &PeerConfig, seed: &Seed) -> Certificate {
    let seconds = i64::try_from(config.unix_time.as_secs()).unwrap_or(i64::MAX);
    let drawn = || Certificate::generate(seconds, &mut seed.stream("certificate"));
    config.certificate.clone().unwrap_or_else(drawn)
}

pub(super) fn ice_agent(config: &PeerConfig, seed: &Seed, now: Time) -> ice::Agent {
    let config = ice::Config {
        provider: config.provider,
        is_lite: config.ice_lite,
        stun_servers: config.stun_servers.clone(),
        is_trickling: config.is_trickling,
        ..ice::Config::default()
    };
    ice::Agent::new(config, seed, now)
}

/// Packets leave room for the longest tag that may be negotiated.
pub(super) fn media_engine(config: &PeerConfig, seed: &Seed) -> MediaEngine {
    let overhead = config.srtp_profiles.iter().map(|profile| profile.rtp_overhead()).max();
    let overhead = overhead.unwrap_or(SrtpProfile::AeadAes128Gcm.rtp_overhead());
    let overhead = if is_planted(PlantedBug::IgnoreTagOverhead) { 0 } else { overhead };
    let since_1900 = Duration::from_secs(NtpTime::UNIX_EPOCH_SECONDS);
    let config = MediaConfig {
        maximum_packet_size: config.largest_datagram.saturating_sub(overhead),
        wall_clock: config.unix_time.saturating_add(since_1900),
        key_frame_interval: config.key_frame_interval,
        jitter_buffer: JitterBufferConfig {
            delay_floor: config.jitter_floor,
            delay_ceiling: config.jitter_ceiling,
            ..JitterBufferConfig::default()
        },
        ..MediaConfig::default()
    };
    MediaEngine::new(config, seed)
}

pub(super) fn negotiator(config: &PeerConfig, seed: &Seed, media: &mut MediaEngine) -> Negotiator {
    let video = negotiation::MediaConfig {
        direction: config.video,
        ssrc: media.local_ssrc(Peer::VIDEO),
        retransmission_ssrc: media.retransmission_ssrc(Peer::VIDEO),
        stream: "room".to_owned(),
        track: "video".to_owned(),
        formats: negotiation::MediaConfig::default_formats(),
    };
    let config = NegotiatorConfig {
        cname: media.cname().to_owned(),
        dtls_role: DtlsRole::Client,
        media: vec![video],
    };
    Negotiator::new(config, seed)
}
