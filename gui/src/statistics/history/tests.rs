//! Histories of made-up calls.

use std::collections::BTreeSet;

use super::*;
use crate::statistics::{
    CallStatistics, CandidatePairStatistics, InboundStatistics, OutboundStatistics,
    RemoteInboundStatistics,
};

fn outbound(seconds: u64) -> OutboundStatistics {
    OutboundStatistics {
        bytes_sent: 125_000 * seconds,
        frames_encoded: 31 * seconds,
        frames_sent: 30 * seconds,
        pli_count: seconds,
        ..OutboundStatistics::default()
    }
}

fn inbound(seconds: u64) -> InboundStatistics {
    InboundStatistics {
        bytes_received: 250_000 * seconds,
        packets_received: 95 * seconds,
        packets_lost: 5 * seconds as i64,
        jitter: 0.004,
        frames_received: 25 * seconds,
        frames_decoded: 24 * seconds,
        pli_count: 2 * seconds,
        jitter_buffer_delay: 2.5 * seconds as f64,
        jitter_buffer_emitted_count: 25 * seconds,
        ..InboundStatistics::default()
    }
}

/// What is measured after so many seconds of a call in which everything is steady.
fn after(seconds: u64) -> CallStatistics {
    CallStatistics {
        timestamp: 1_700_000_000_000.0 + 1_000.0 * seconds as f64,
        candidate_pair: Some(CandidatePairStatistics {
            current_round_trip_time: Some(0.05),
            ..CandidatePairStatistics::default()
        }),
        outbound: Some(outbound(seconds)),
        remote_inbound: Some(RemoteInboundStatistics {
            fraction_lost: 0.08,
            jitter: 0.006,
            round_trip_time: Some(0.06),
            ..RemoteInboundStatistics::default()
        }),
        inbound: Some(inbound(seconds)),
        ..CallStatistics::default()
    }
}

fn history(seconds: impl IntoIterator<Item = u64>) -> StatisticsHistory {
    let mut history = StatisticsHistory::default();
    seconds.into_iter().for_each(|second| history.note(after(second)));
    history
}

#[test]
fn each_measure_has_its_value_in_its_unit() {
    let history = history([10, 12]);
    let last = |measure| history.series(measure).last().expect("a value");
    let expected = [
        (Measure::SentBitRate, 1_000.0),
        (Measure::ReceivedBitRate, 2_000.0),
        (Measure::PathRoundTripTime, 50.0),
        (Measure::MediaRoundTripTime, 60.0),
        (Measure::Jitter, 4.0),
        (Measure::RemoteJitter, 6.0),
        (Measure::Loss, 5.0),
        (Measure::RemoteLoss, 8.0),
        (Measure::FramesEncoded, 31.0),
        (Measure::FramesSent, 30.0),
        (Measure::FramesReceived, 25.0),
        (Measure::FramesDecoded, 24.0),
        (Measure::JitterBufferDelay, 100.0),
        (Measure::PlisReceived, 2.0),
        (Measure::PlisSent, 4.0),
    ];
    assert_eq!(expected.map(|(measure, _)| measure), Measure::ALL);
    for (measure, value) in expected {
        assert!((last(measure) - value).abs() < 1e-9, "{measure:?}: {}", last(measure));
    }
    assert_eq!(
        history.series(Measure::Jitter).points().collect::<Vec<_>>(),
        [[0.0, 4.0], [2.0, 4.0]]
    );
    assert_eq!(history.series(Measure::SentBitRate).points().len(), 1);
}

#[test]
fn the_oldest_values_make_room() {
    let history = history(0..700);
    let points: Vec<_> = history.series(Measure::Jitter).points().collect();
    assert_eq!(points.len(), Series::MOST);
    assert_eq!([points[0][0], points[Series::MOST - 1][0]], [100.0, 699.0]);
}

#[test]
fn what_is_begun_again_or_comes_twice_gives_no_value() {
    let mut history = history([5, 5, 4]);
    assert_eq!(history.series(Measure::Jitter).points().len(), 1);
    let restarted = CallStatistics { timestamp: after(9).timestamp, ..after(1) };
    history.note(restarted);
    assert_eq!(history.series(Measure::SentBitRate).last(), None);
    assert_eq!(history.series(Measure::Loss).last(), None);
    history.note(CallStatistics { timestamp: after(10).timestamp, ..CallStatistics::default() });
    assert_eq!(history.series(Measure::Jitter).points().len(), 2);
}

#[test]
fn every_measure_is_in_one_plot_and_has_a_name_of_its_own() {
    let drawn: Vec<Measure> = Plot::ALL.into_iter().flat_map(Plot::measures).copied().collect();
    assert_eq!(drawn.len(), Measure::ALL.len());
    assert!(Measure::ALL.iter().all(|measure| drawn.contains(measure)));
    let names: BTreeSet<&str> = Measure::ALL.map(Measure::name).into();
    assert_eq!(names.len(), Measure::ALL.len());
}

#[test]
fn the_copy_is_json_with_the_names_of_the_w3c() {
    let json: serde_json::Value = serde_json::from_str(&history([1, 2]).to_json()).expect("JSON");
    assert_eq!(json["last"]["inbound-rtp"]["packetsLost"], 10);
    let first = &json["series"][0];
    assert_eq!(first["name"], "outbound-rtp bytesSent");
    assert_eq!(first["unit"], "kbit/s");
    assert_eq!(first["points"], serde_json::json!([[1.0, 1_000.0]]));
}
