//! From two measurements to what is wrong.

use super::{Quality, QualityCause};
use crate::statistics::{CallStatistics, InboundStatistics, OutboundStatistics};

/// Fewer frames a second are too few. A shared screen gives 15, of which one or two may come late.
const FEW_FRAMES: u32 = 12;

impl Quality {
    /// How a call was between two measurements of it. `is_sending` says whether pictures are meant to be
    /// sent. With the same measurement twice, only what holds at one moment is told.
    pub fn measure(before: &CallStatistics, now: &CallStatistics, is_sending: bool) -> Quality {
        let mut causes = Vec::new();
        let seconds = (now.timestamp - before.timestamp) / 1_000.0;
        causes.extend(path(now));
        if let Some(remote) = &now.remote_inbound {
            let percent = whole(remote.fraction_lost * 100.0);
            causes.extend((percent >= 2).then_some(QualityCause::UploadLoss { percent }));
        }
        if seconds > 0.0 {
            if let Some((before, now)) = before.inbound.as_ref().zip(now.inbound.as_ref()) {
                causes.extend(received(before, now, seconds));
            }
            if let Some((before, now)) = before.outbound.as_ref().zip(now.outbound.as_ref()) {
                causes.extend(sent(before, now, seconds).filter(|_| is_sending));
            }
        }
        Quality::of(causes)
    }
}

fn path(now: &CallStatistics) -> impl Iterator<Item = QualityCause> {
    let state = now.transport.as_ref().map(|transport| transport.ice_state);
    let is_lost = matches!(state, Some("disconnected" | "failed"));
    let pair = now.candidate_pair.as_ref();
    let round_trip = pair.and_then(|pair| pair.current_round_trip_time);
    let milliseconds = whole(round_trip.unwrap_or_default() * 1_000.0);
    let long = (milliseconds >= 250).then_some(QualityCause::LongWay { milliseconds });
    is_lost.then_some(QualityCause::NoWay).into_iter().chain(long)
}

fn received(
    before: &InboundStatistics,
    now: &InboundStatistics,
    seconds: f64,
) -> impl Iterator<Item = QualityCause> {
    let lost = (now.packets_lost - before.packets_lost).max(0) as f64;
    let came = now.packets_received.saturating_sub(before.packets_received) as f64;
    let percent = whole(lost / (lost + came).max(1.0) * 100.0);
    let jitter = whole(now.jitter * 1_000.0);
    let count = now.freeze_count.saturating_sub(before.freeze_count);
    let rate = per_second(now.frames_received, before.frames_received, seconds);
    let decoded = per_second(now.frames_decoded, before.frames_decoded, seconds);
    let kilobits = per_second(now.bytes_received, before.bytes_received, seconds) * 8 / 1_000;
    let behind = rate.saturating_sub(decoded);
    [
        (percent >= 2).then_some(QualityCause::DownloadLoss { percent }),
        (jitter >= 30).then_some(QualityCause::Jitter { milliseconds: jitter }),
        (count > 0)
            .then_some(QualityCause::Freezes { count: u32::try_from(count).unwrap_or(u32::MAX) }),
        // Who has turned the camera off sends none at all.
        (1..FEW_FRAMES).contains(&rate).then_some(QualityCause::FewFrames { rate }),
        // A picture that stands still takes hardly any bits: few are a fault only where it also stops.
        (count > 0 && rate >= FEW_FRAMES && kilobits < 100)
            .then_some(QualityCause::LowBitRate { kilobits }),
        (behind >= 4).then_some(QualityCause::DecoderBehind { frames: behind }),
    ]
    .into_iter()
    .flatten()
}

fn sent(
    before: &OutboundStatistics,
    now: &OutboundStatistics,
    seconds: f64,
) -> impl Iterator<Item = QualityCause> {
    let rate = per_second(now.frames_encoded, before.frames_encoded, seconds);
    (rate < FEW_FRAMES).then_some(QualityCause::SlowCamera { rate }).into_iter()
}

fn per_second(now: u64, before: u64, seconds: f64) -> u32 {
    whole(now.saturating_sub(before) as f64 / seconds)
}

/// The nearest whole number: none is negative, and one too large is the largest.
fn whole(value: f64) -> u32 {
    value.round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::QualityLevel;
    use crate::statistics::{
        CandidatePairStatistics, RemoteInboundStatistics, TransportStatistics,
    };

    /// A call after so many seconds in which nothing is wrong.
    fn after(seconds: u64) -> CallStatistics {
        let inbound = InboundStatistics {
            packets_received: 300 * seconds,
            bytes_received: 150_000 * seconds,
            frames_received: 30 * seconds,
            frames_decoded: 30 * seconds,
            jitter: 0.004,
            ..InboundStatistics::default()
        };
        let outbound =
            OutboundStatistics { frames_encoded: 30 * seconds, ..OutboundStatistics::default() };
        let round_trip = CandidatePairStatistics {
            current_round_trip_time: Some(0.040),
            ..CandidatePairStatistics::default()
        };
        CallStatistics {
            timestamp: 1_000.0 * seconds as f64,
            transport: Some(TransportStatistics { ice_state: "completed", ..Default::default() }),
            candidate_pair: Some(round_trip),
            remote_inbound: Some(RemoteInboundStatistics::default()),
            inbound: Some(inbound),
            outbound: Some(outbound),
            ..CallStatistics::default()
        }
    }

    /// What is wrong with a call that was well up to the sixth second, and then was changed.
    fn wrong(change: impl FnOnce(&mut CallStatistics)) -> Quality {
        let mut now = after(10);
        change(&mut now);
        Quality::measure(&after(6), &now, true)
    }

    #[test]
    fn nothing_is_wrong_with_a_good_call() {
        assert_eq!(wrong(|_| {}), Quality { level: QualityLevel::Good, causes: vec![] });
        assert_eq!(Quality::default().level, QualityLevel::Unknown);
    }

    #[test]
    fn loss_is_told_for_each_way() {
        let up = wrong(|now| {
            now.remote_inbound =
                Some(RemoteInboundStatistics { fraction_lost: 0.08, ..Default::default() });
        });
        assert_eq!(up.causes, [QualityCause::UploadLoss { percent: 8 }]);
        assert_eq!(up.level, QualityLevel::Poor);
        let down =
            wrong(|now| now.inbound.iter_mut().for_each(|inbound| inbound.packets_lost = 37));
        assert_eq!(down.causes, [QualityCause::DownloadLoss { percent: 3 }]);
        assert_eq!(down.level, QualityLevel::Fair);
    }

    #[test]
    fn the_worst_comes_first() {
        let bad = wrong(|now| {
            now.inbound.iter_mut().for_each(|inbound| inbound.jitter = 0.035);
            now.candidate_pair.iter_mut().for_each(|p| p.current_round_trip_time = Some(0.7));
        });
        let expected = [
            QualityCause::LongWay { milliseconds: 700 },
            QualityCause::Jitter { milliseconds: 35 },
        ];
        assert_eq!(bad.causes, expected);
    }

    #[test]
    fn pictures_that_come_slowly_or_are_not_decoded_are_told() {
        let few = wrong(|now| now.inbound.iter_mut().for_each(|it| it.frames_received = 220));
        assert_eq!(few.causes, [QualityCause::FewFrames { rate: 10 }]);
        let behind = wrong(|now| now.inbound.iter_mut().for_each(|it| it.frames_decoded = 220));
        assert_eq!(behind.causes, [QualityCause::DecoderBehind { frames: 20 }]);
        let frozen = wrong(|now| now.inbound.iter_mut().for_each(|it| it.freeze_count = 2));
        assert_eq!(frozen.causes, [QualityCause::Freezes { count: 2 }]);
        let off = wrong(|now| {
            let inbound = InboundStatistics {
                frames_received: 180,
                frames_decoded: 180,
                ..Default::default()
            };
            now.inbound = Some(inbound);
        });
        assert_eq!(off.causes, [], "the other camera is off");
    }

    #[test]
    fn few_bits_are_a_fault_only_where_the_picture_stops() {
        let bytes = |it: &mut InboundStatistics| it.bytes_received = 920_000;
        let still = wrong(|now| now.inbound.iter_mut().for_each(bytes));
        assert_eq!(still.causes, [], "a shared screen that stands still");
        let starved = wrong(|now| {
            now.inbound.iter_mut().for_each(bytes);
            now.inbound.iter_mut().for_each(|it| it.freeze_count = 2);
        });
        assert_eq!(starved.causes.len(), 2, "{:?}", starved.causes);
        assert!(starved.causes.contains(&QualityCause::LowBitRate { kilobits: 40 }));
    }

    #[test]
    fn the_rate_of_a_shared_screen_is_none_too_low() {
        let (before, mut now) = (after(6), after(10));
        now.outbound.iter_mut().for_each(|outbound| outbound.frames_encoded = 180 + 4 * 14);
        let came = 180 + 4 * 14;
        if let Some(inbound) = &mut now.inbound {
            (inbound.frames_received, inbound.frames_decoded) = (came, came);
        }
        assert_eq!(Quality::measure(&before, &now, true).causes, []);
    }

    #[test]
    fn a_slow_camera_is_told_while_it_is_on() {
        let (before, mut now) = (after(6), after(10));
        now.outbound.iter_mut().for_each(|outbound| outbound.frames_encoded = 200);
        let slow = Quality::measure(&before, &now, true);
        assert_eq!(slow.causes, [QualityCause::SlowCamera { rate: 5 }]);
        assert_eq!(Quality::measure(&before, &now, false).causes, []);
    }

    #[test]
    fn a_lost_way_is_the_worst() {
        let lost = wrong(|now| {
            now.transport =
                Some(TransportStatistics { ice_state: "disconnected", ..Default::default() });
        });
        assert_eq!(lost.causes, [QualityCause::NoWay]);
        assert_eq!(lost.level, QualityLevel::Poor);
    }
}
