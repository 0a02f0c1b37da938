//! Which measures are drawn together.

use super::{Measure, Unit};

/// A drawing of measures that have one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Plot {
    /// Bits sent and received.
    BitRate,
    /// The way there and back.
    RoundTripTime,
    /// How unevenly packets arrive, at either end.
    Jitter,
    /// Packets lost, both ways.
    Loss,
    /// Pictures, from the encoder to the decoder.
    Frames,
    /// How long pictures wait for their packets.
    JitterBufferDelay,
    /// Key frames that were asked for, both ways.
    PictureLossIndications,
}

impl Plot {
    /// All of them, in the order they are shown in.
    pub const ALL: [Plot; 7] = [
        Plot::BitRate,
        Plot::RoundTripTime,
        Plot::Jitter,
        Plot::Loss,
        Plot::Frames,
        Plot::JitterBufferDelay,
        Plot::PictureLossIndications,
    ];

    /// What is drawn in it.
    pub const fn measures(self) -> &'static [Measure] {
        match self {
            Plot::BitRate => &[Measure::SentBitRate, Measure::ReceivedBitRate],
            Plot::RoundTripTime => &[Measure::PathRoundTripTime, Measure::MediaRoundTripTime],
            Plot::Jitter => &[Measure::Jitter, Measure::RemoteJitter],
            Plot::Loss => &[Measure::Loss, Measure::RemoteLoss],
            Plot::Frames => &[
                Measure::FramesEncoded,
                Measure::FramesSent,
                Measure::FramesReceived,
                Measure::FramesDecoded,
            ],
            Plot::JitterBufferDelay => &[Measure::JitterBufferDelay],
            Plot::PictureLossIndications => &[Measure::PlisReceived, Measure::PlisSent],
        }
    }

    /// What its values are counted in.
    pub const fn unit(self) -> Unit {
        match self {
            Plot::BitRate => Unit::KilobitsPerSecond,
            Plot::RoundTripTime | Plot::Jitter | Plot::JitterBufferDelay => Unit::Milliseconds,
            Plot::Loss => Unit::Percent,
            Plot::Frames => Unit::FramesPerSecond,
            Plot::PictureLossIndications => Unit::Count,
        }
    }
}
