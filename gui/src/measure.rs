//! From a call that is over to what is written down of it.

use std::collections::BTreeMap;
use std::time::Duration;

use roomrtc_core::ice::{CandidateKind, SelectedPair};
use roomrtc_core::media::{ReceiverStatistics, SenderStatistics};
use roomrtc_core::session::Statistics;
use roomrtc_core::srtp::SrtpProfile;
use roomrtc_io_mio::LoopStatistics;
use roomrtc_media::measurement::MeasurementReport;

use crate::client::{CallSummary, Leftover};
use crate::report::{
    CandidatePairReport, ClientReport, DtlsReport, ExchangeReport, FramesReport, FreezesReport,
    LatencyReport, RepairReport, RtcpReport, RtpReport,
};

/// What is written down of a call, from what its session, its pictures and its sockets tell.
pub fn client_report(
    name: &str,
    summary: &CallSummary,
    left: &Leftover,
    counted: &LoopStatistics,
) -> ClientReport {
    let (statistics, pictures) = (&summary.statistics, &left.measurement);
    let (sender, receiver) = streams(statistics);
    ClientReport {
        name: name.to_owned(),
        connected_ms: summary.connected_after.map(milliseconds),
        first_frame_ms: left.first_picture_after.map(milliseconds),
        candidate_pair: statistics.selected_pair.map(|pair| candidate_pair(&pair)),
        dtls: dtls(statistics),
        srtp_profile: srtp_profile(statistics),
        frames: frames(summary, pictures),
        freezes: FreezesReport { count: pictures.freezes, total_ms: milliseconds(pictures.frozen) },
        longest_standstill_ms: standstill(summary, left).map(milliseconds),
        latency_ms: latency(pictures),
        psnr_db: pictures.mean_psnr_decibels.map(rounded),
        rtp: rtp(&sender, &receiver),
        rtcp: rtcp(&sender, &receiver),
        repair: repair(&sender, &receiver),
        pli: pli(&sender, &receiver),
        key_frames: key_frames(&sender, &receiver),
        statistics: left.statistics.clone(),
        dropped: dropped(statistics, counted),
        cpu_s: left.cpu.iter().map(|(thread, time)| (thread.clone(), seconds(*time))).collect(),
    }
}

fn streams(statistics: &Statistics) -> (SenderStatistics, ReceiverStatistics) {
    let media = statistics.media.first();
    let sender = media.and_then(|media| media.sender).unwrap_or_default();
    (sender, media.and_then(|media| media.receiver).unwrap_or_default())
}

/// The longest time without a new picture: before the first, between two, or after the last.
fn standstill(summary: &CallSummary, left: &Leftover) -> Option<Duration> {
    let pictures = &left.measurement;
    let first = left.first_picture_after?;
    let shown = pictures.last_picture?.since(pictures.first_picture?);
    let before = first.saturating_sub(summary.connected_after.unwrap_or_default());
    let after = summary.lasted.saturating_sub(first + shown);
    Some(pictures.longest_wait.max(before).max(after))
}

fn candidate_pair(pair: &SelectedPair) -> CandidatePairReport {
    CandidatePairReport {
        local: format!("{} {}", kind(pair.local_kind), pair.local_candidate),
        remote: format!("{} {}", kind(pair.remote_kind), pair.remote),
    }
}

/// The name in a candidate attribute, RFC 8839 section 5.1.
const fn kind(kind: CandidateKind) -> &'static str {
    match kind {
        CandidateKind::Host => "host",
        CandidateKind::ServerReflexive => "srflx",
        CandidateKind::PeerReflexive => "prflx",
        CandidateKind::Relayed => "relay",
    }
}

fn dtls(statistics: &Statistics) -> Option<DtlsReport> {
    let agreed = statistics.dtls?;
    let (version, cipher_suite) = (agreed.version.to_string(), agreed.cipher_suite.to_string());
    Some(DtlsReport { version, cipher_suite })
}

/// As the handshake agreed: a session that has ended keeps no keys, and so no profile in use.
fn srtp_profile(statistics: &Statistics) -> Option<String> {
    let code = statistics.dtls?.srtp_profile?;
    SrtpProfile::from_code(code).map(|profile| profile.name().to_owned())
}

fn frames(summary: &CallSummary, pictures: &MeasurementReport) -> FramesReport {
    FramesReport {
        sent: summary.frames_sent,
        received: summary.frames_received,
        decoded: pictures.decoded,
        lost: pictures.lost,
        repeated: pictures.repeated,
        per_second: rounded(pictures.pictures_per_second),
    }
}

fn latency(pictures: &MeasurementReport) -> LatencyReport {
    LatencyReport {
        p50: pictures.latency_p50.map(milliseconds),
        p95: pictures.latency_p95.map(milliseconds),
        p99: pictures.latency_p99.map(milliseconds),
    }
}

const fn rtp(sender: &SenderStatistics, receiver: &ReceiverStatistics) -> RtpReport {
    RtpReport {
        packets_sent: sender.packets_sent,
        packets_received: receiver.packets_received,
        bytes_sent: sender.bytes_sent,
        bytes_received: receiver.bytes_received,
    }
}

fn rtcp(sender: &SenderStatistics, receiver: &ReceiverStatistics) -> RtcpReport {
    let has_received = receiver.packets_received > 0;
    let fraction = |remote: u8| rounded(f64::from(remote) / 256.0);
    RtcpReport {
        rtt_ms: sender.remote.and_then(|remote| remote.round_trip_time).map(milliseconds),
        jitter_ms: has_received.then(|| milliseconds(receiver.jitter)),
        fraction_lost: sender.remote.map(|remote| fraction(remote.fraction_lost)),
    }
}

const fn repair(sender: &SenderStatistics, receiver: &ReceiverStatistics) -> RepairReport {
    RepairReport {
        nacks: ExchangeReport { sent: receiver.nacks_sent, received: sender.nacks_received },
        packets: ExchangeReport {
            sent: sender.retransmitted_packets_sent,
            received: receiver.retransmitted_packets_received,
        },
        bytes: ExchangeReport {
            sent: sender.retransmitted_bytes_sent,
            received: receiver.retransmitted_bytes_received,
        },
        repaired: receiver.packets_repaired,
    }
}

const fn pli(sender: &SenderStatistics, receiver: &ReceiverStatistics) -> ExchangeReport {
    ExchangeReport {
        sent: receiver.picture_loss_indications_sent,
        received: sender.picture_loss_indications_received,
    }
}

const fn key_frames(sender: &SenderStatistics, receiver: &ReceiverStatistics) -> ExchangeReport {
    ExchangeReport { sent: sender.key_frames_sent, received: receiver.key_frames_received }
}

/// What the session dropped on the way in, and what the sockets did not take on the way out.
fn dropped(statistics: &Statistics, counted: &LoopStatistics) -> BTreeMap<String, u64> {
    let sockets = [
        ("socket.backlog_full", counted.dropped_backlog_full),
        ("socket.no_socket", counted.dropped_no_socket),
        ("socket.too_long", counted.dropped_too_long),
        ("socket.unreachable", counted.dropped_unreachable),
        ("socket.send_failed", counted.dropped_send_failed),
    ];
    let sockets = sockets.into_iter().filter(|(_, count)| *count > 0);
    let mut dropped = statistics.dropped.clone();
    dropped.extend(sockets.map(|(reason, count)| (reason.to_owned(), count)));
    dropped
}

fn seconds(duration: Duration) -> f64 {
    rounded(duration.as_secs_f64())
}

fn milliseconds(duration: Duration) -> f64 {
    rounded(duration.as_secs_f64() * 1_000.0)
}

/// Three digits behind the point.
fn rounded(value: f64) -> f64 {
    (value * 1_000.0).round() / 1_000.0
}
