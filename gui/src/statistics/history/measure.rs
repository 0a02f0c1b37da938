//! What is measured once and again.

use super::change::{delay, lost, received, sent};
use super::{Plot, Unit};
use crate::statistics::CallStatistics;

/// One thing that is measured once and again in a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Payload bits sent a second.
    SentBitRate,
    /// Payload bits received a second.
    ReceivedBitRate,
    /// The time there and back by connectivity and consent checks.
    PathRoundTripTime,
    /// The time there and back by the other side's reports.
    MediaRoundTripTime,
    /// The interarrival jitter of what arrives here, RFC 3550 section 6.4.1.
    Jitter,
    /// The same of what arrives there, by its reports.
    RemoteJitter,
    /// The part of packets that were lost on the way here, since the measurement before.
    Loss,
    /// The part that was lost on the way there, by the other side's last report.
    RemoteLoss,
    /// Pictures encoded a second.
    FramesEncoded,
    /// Pictures sent a second.
    FramesSent,
    /// Pictures that arrived whole, a second.
    FramesReceived,
    /// Pictures decoded a second.
    FramesDecoded,
    /// From a picture's first packet to its release, in the mean since the measurement before.
    JitterBufferDelay,
    /// Picture loss indications from the other side since the measurement before, RFC 4585 section 6.3.1.
    PlisReceived,
    /// Picture loss indications sent since the measurement before.
    PlisSent,
}

impl Measure {
    /// All of them.
    pub const ALL: [Measure; 15] = [
        Measure::SentBitRate,
        Measure::ReceivedBitRate,
        Measure::PathRoundTripTime,
        Measure::MediaRoundTripTime,
        Measure::Jitter,
        Measure::RemoteJitter,
        Measure::Loss,
        Measure::RemoteLoss,
        Measure::FramesEncoded,
        Measure::FramesSent,
        Measure::FramesReceived,
        Measure::FramesDecoded,
        Measure::JitterBufferDelay,
        Measure::PlisReceived,
        Measure::PlisSent,
    ];

    /// The statistics it is made of, by the names of the W3C: object, then members.
    pub const fn name(self) -> &'static str {
        match self {
            Measure::SentBitRate => "outbound-rtp bytesSent",
            Measure::ReceivedBitRate => "inbound-rtp bytesReceived",
            Measure::PathRoundTripTime => "candidate-pair currentRoundTripTime",
            Measure::MediaRoundTripTime => "remote-inbound-rtp roundTripTime",
            Measure::Jitter => "inbound-rtp jitter",
            Measure::RemoteJitter => "remote-inbound-rtp jitter",
            Measure::Loss => "inbound-rtp packetsLost",
            Measure::RemoteLoss => "remote-inbound-rtp fractionLost",
            Measure::FramesEncoded => "outbound-rtp framesEncoded",
            Measure::FramesSent => "outbound-rtp framesSent",
            Measure::FramesReceived => "inbound-rtp framesReceived",
            Measure::FramesDecoded => "inbound-rtp framesDecoded",
            Measure::JitterBufferDelay => "inbound-rtp jitterBufferDelay",
            Measure::PlisReceived => "outbound-rtp pliCount",
            Measure::PlisSent => "inbound-rtp pliCount",
        }
    }

    /// What its values are counted in.
    pub fn unit(self) -> Unit {
        let plot = Plot::ALL.into_iter().find(|plot| plot.measures().contains(&self));
        plot.map_or(Unit::Count, Plot::unit)
    }

    /// Its value now, in the unit of its plot; of what is counted the change since `before`. `None` while
    /// that is not known.
    pub(super) fn value(self, before: &CallStatistics, now: &CallStatistics) -> Option<f64> {
        let milliseconds = |seconds: f64| seconds * 1_000.0;
        let Some(direct) = self.direct(now) else {
            return self.change(before, now);
        };
        Some(match self {
            Measure::RemoteLoss => direct * 100.0,
            _ => milliseconds(direct),
        })
    }

    /// What is measured as it is: seconds, or a part of one.
    fn direct(self, now: &CallStatistics) -> Option<f64> {
        match self {
            Measure::PathRoundTripTime => now.candidate_pair.as_ref()?.current_round_trip_time,
            Measure::MediaRoundTripTime => now.remote_inbound.as_ref()?.round_trip_time,
            Measure::Jitter => Some(now.inbound.as_ref()?.jitter),
            Measure::RemoteJitter => Some(now.remote_inbound.as_ref()?.jitter),
            Measure::RemoteLoss => Some(now.remote_inbound.as_ref()?.fraction_lost),
            _ => None,
        }
    }

    /// What is counted: its change since `before`, in hundredths, in milliseconds, or a second.
    fn change(self, before: &CallStatistics, now: &CallStatistics) -> Option<f64> {
        let seconds = (now.timestamp - before.timestamp) / 1_000.0;
        let rate = |count: f64| (seconds > 0.0).then(|| count / seconds);
        match self {
            Measure::SentBitRate => rate(sent(before, now, |s| s.bytes_sent)? * 0.008),
            Measure::ReceivedBitRate => rate(received(before, now, |r| r.bytes_received)? * 0.008),
            Measure::FramesEncoded => rate(sent(before, now, |s| s.frames_encoded)?),
            Measure::FramesSent => rate(sent(before, now, |s| s.frames_sent)?),
            Measure::FramesReceived => rate(received(before, now, |r| r.frames_received)?),
            Measure::FramesDecoded => rate(received(before, now, |r| r.frames_decoded)?),
            Measure::PlisReceived => sent(before, now, |s| s.pli_count),
            Measure::PlisSent => received(before, now, |r| r.pli_count),
            Measure::Loss => lost(before, now),
            Measure::JitterBufferDelay => delay(before, now),
            _ => None,
        }
    }
}
