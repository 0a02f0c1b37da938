//! From what the parts of a call count to the words of the W3C.

use std::net::SocketAddr;

use roomrtc_core::dtls;
use roomrtc_core::ice::{CandidateKind, ConnectionState, Role as IceRole, SelectedPair};
use roomrtc_core::media::{ReceiverStatistics, RemoteReception, SenderStatistics};
use roomrtc_core::session::Statistics;
use roomrtc_core::srtp::SrtpProfile;
use roomrtc_media::picture::PictureSize;
use roomrtc_media::time::WallTime;

use super::{
    CallStatistics, CandidatePairStatistics, CandidateStatistics, InboundStatistics, MediaCounts,
    OutboundStatistics, RemoteInboundStatistics, TransportStatistics,
};

const VIDEO: &str = "video";

impl CallStatistics {
    /// What is known at `now` of a call, from its session and its codecs.
    pub fn of(now: WallTime, session: Option<&Statistics>, counts: &MediaCounts) -> Self {
        let timestamp = now.as_micros() as f64 / 1_000.0;
        let Some(session) = session else {
            return Self { timestamp, ..Self::default() };
        };
        let media = session.media.first();
        let sender = media.and_then(|media| media.sender);
        let pair = session.selected_pair;
        Self {
            timestamp,
            transport: Some(transport(session)),
            candidate_pair: pair.map(|pair| candidate_pair(session, &pair)),
            local_candidate: pair.map(|pair| candidate(pair.local_candidate, pair.local_kind)),
            remote_candidate: pair.map(|pair| candidate(pair.remote, pair.remote_kind)),
            outbound: sender.map(|sender| outbound(&sender, counts)),
            remote_inbound: sender.and_then(|sender| sender.remote).as_ref().map(remote_inbound),
            inbound: media.and_then(|media| media.receiver).map(|r| inbound(&r, counts)),
        }
    }
}

fn transport(session: &Statistics) -> TransportStatistics {
    let agreed = session.dtls;
    let profile = agreed.and_then(|agreed| SrtpProfile::from_code(agreed.srtp_profile?));
    TransportStatistics {
        ice_state: ice_state(session.ice_state),
        ice_role: match session.ice_role {
            IceRole::Controlling => "controlling",
            IceRole::Controlled => "controlled",
        },
        dtls_state: match (agreed, session.dtls_role) {
            (Some(_), _) => "connected",
            (None, Some(_)) => "connecting",
            (None, None) => "new",
        },
        dtls_role: session.dtls_role.map(|role| match role {
            dtls::Role::Client => "client",
            dtls::Role::Server => "server",
        }),
        tls_version: agreed.map(|agreed| format!("{:04X}", agreed.version.code())),
        dtls_cipher: agreed.map(|agreed| agreed.cipher_suite.to_string()),
        srtp_cipher: profile.map(SrtpProfile::name),
    }
}

const fn ice_state(state: ConnectionState) -> &'static str {
    match state {
        ConnectionState::New => "new",
        ConnectionState::Checking => "checking",
        ConnectionState::Connected => "connected",
        ConnectionState::Completed => "completed",
        ConnectionState::Disconnected => "disconnected",
        ConnectionState::Failed => "failed",
    }
}

fn candidate_pair(session: &Statistics, pair: &SelectedPair) -> CandidatePairStatistics {
    CandidatePairStatistics {
        nominated: pair.is_nominated,
        current_round_trip_time: session.path_round_trip.map(|time| time.last.as_secs_f64()),
        requests_sent: session.checks.checks_sent,
        requests_received: session.checks.checks_received,
        responses_sent: session.checks.responses_sent,
        responses_received: session.checks.responses_received,
        consent_requests_sent: session.checks.consent_checks_sent,
    }
}

fn candidate(address: SocketAddr, kind: CandidateKind) -> CandidateStatistics {
    CandidateStatistics {
        address: address.ip().to_string(),
        port: address.port(),
        protocol: "udp",
        candidate_type: match kind {
            CandidateKind::Host => "host",
            CandidateKind::ServerReflexive => "srflx",
            CandidateKind::PeerReflexive => "prflx",
            CandidateKind::Relayed => "relay",
        },
    }
}

fn outbound(sender: &SenderStatistics, counts: &MediaCounts) -> OutboundStatistics {
    OutboundStatistics {
        kind: VIDEO,
        ssrc: sender.ssrc,
        packets_sent: sender.packets_sent,
        bytes_sent: sender.bytes_sent,
        retransmitted_packets_sent: sender.retransmitted_packets_sent,
        retransmitted_bytes_sent: sender.retransmitted_bytes_sent,
        frames_encoded: counts.frames_encoded,
        key_frames_encoded: counts.key_frames_encoded,
        frames_sent: sender.frames_sent,
        pli_count: sender.picture_loss_indications_received,
        fir_count: sender.full_intra_requests_received,
        nack_count: sender.nacks_received,
        frame_width: counts.sent_size.map(PictureSize::width),
        frame_height: counts.sent_size.map(PictureSize::height),
    }
}

fn remote_inbound(remote: &RemoteReception) -> RemoteInboundStatistics {
    RemoteInboundStatistics {
        packets_lost: remote.packets_lost,
        fraction_lost: f64::from(remote.fraction_lost) / 256.0,
        jitter: remote.jitter.as_secs_f64(),
        round_trip_time: remote.round_trip_time.map(|time| time.as_secs_f64()),
    }
}

fn inbound(receiver: &ReceiverStatistics, counts: &MediaCounts) -> InboundStatistics {
    InboundStatistics {
        kind: VIDEO,
        ssrc: receiver.ssrc,
        packets_received: receiver.packets_received,
        bytes_received: receiver.bytes_received,
        retransmitted_packets_received: receiver.retransmitted_packets_received,
        retransmitted_bytes_received: receiver.retransmitted_bytes_received,
        packets_lost: receiver.packets_lost,
        jitter: receiver.jitter.as_secs_f64(),
        frames_received: receiver.frames_received,
        frames_decoded: counts.frames_decoded,
        key_frames_decoded: counts.key_frames_decoded,
        pli_count: receiver.picture_loss_indications_sent,
        fir_count: receiver.full_intra_requests_sent,
        nack_count: receiver.nacks_sent,
        frame_width: counts.received_size.map(PictureSize::width),
        frame_height: counts.received_size.map(PictureSize::height),
        freeze_count: counts.freezes,
        total_freezes_duration: counts.frozen.as_secs_f64(),
        jitter_buffer_delay: receiver.jitter_buffer_delay.as_secs_f64(),
        jitter_buffer_emitted_count: receiver.frames_released,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roomrtc_core::base::{Seed, Time};
    use roomrtc_core::session::{Peer, PeerConfig};

    #[test]
    fn a_session_that_has_not_begun_has_a_transport_and_no_pair() {
        let peer = Peer::new(PeerConfig::default(), Seed::from_u64(1), Time::ZERO);
        let now = WallTime::from_micros(1_500);
        let all = CallStatistics::of(now, Some(&peer.statistics()), &MediaCounts::default());
        let json = serde_json::to_value(all).expect("JSON");
        assert_eq!(json["timestamp"], 1.5);
        assert_eq!(json["transport"]["iceState"], "new");
        assert_eq!(json["transport"]["dtlsState"], "new");
        assert!(json["transport"]["tlsVersion"].is_null() && json["candidate-pair"].is_null());
    }

    #[test]
    fn without_a_call_there_are_nulls() {
        let none = CallStatistics::of(WallTime::default(), None, &MediaCounts::default());
        let json = serde_json::to_value(none).expect("JSON");
        let members = json.as_object().expect("an object");
        assert_eq!(members.len(), 8);
        assert_eq!(members.values().filter(|value| value.is_null()).count(), 7);
    }

    #[test]
    fn times_are_seconds_and_addresses_have_no_port() {
        let one = candidate(([192, 0, 2, 7], 4_000).into(), CandidateKind::ServerReflexive);
        assert_eq!(
            (one.address.as_str(), one.port, one.candidate_type),
            ("192.0.2.7", 4_000, "srflx")
        );
        let milliseconds = std::time::Duration::from_millis(250);
        let receiver = ReceiverStatistics { jitter: milliseconds, ..Default::default() };
        assert_eq!(inbound(&receiver, &MediaCounts::default()).jitter, 0.25);
        let remote = RemoteReception { fraction_lost: 64, ..Default::default() };
        assert_eq!(remote_inbound(&remote).fraction_lost, 0.25);
    }
}
