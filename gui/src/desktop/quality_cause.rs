//! What is wrong with a call.

use super::QualityLevel;

/// Something measured that makes a call worse. Numbers are of the last few seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QualityCause {
    /// The way to the other side is lost.
    NoWay,
    /// Packets that one sends do not arrive, as the other side says.
    UploadLoss {
        /// Of a hundred.
        percent: u32,
    },
    /// Packets of the other side do not arrive.
    DownloadLoss {
        /// Of a hundred.
        percent: u32,
    },
    /// The way there and back takes long.
    LongWay {
        /// Milliseconds there and back.
        milliseconds: u32,
    },
    /// Packets come unevenly.
    Jitter {
        /// The interarrival jitter, in milliseconds.
        milliseconds: u32,
    },
    /// The picture stood still.
    Freezes {
        /// How often.
        count: u32,
    },
    /// Few frames arrive.
    FewFrames {
        /// Frames a second.
        rate: u32,
    },
    /// Few bits arrive, so the picture is coarse.
    LowBitRate {
        /// Kilobits a second.
        kilobits: u32,
    },
    /// Frames arrive and are not decoded in time: this machine is too slow.
    DecoderBehind {
        /// Frames a second that are not.
        frames: u32,
    },
    /// One's own camera or encoder gives few frames.
    SlowCamera {
        /// Frames a second.
        rate: u32,
    },
}

impl QualityCause {
    /// How bad it is.
    pub const fn level(self) -> QualityLevel {
        let (value, poor) = match self {
            QualityCause::NoWay => (1, 1),
            QualityCause::UploadLoss { percent } | QualityCause::DownloadLoss { percent } => {
                (percent, 5)
            }
            QualityCause::LongWay { milliseconds } => (milliseconds, 400),
            QualityCause::Jitter { milliseconds } => (milliseconds, 60),
            QualityCause::Freezes { count } => (count, 2),
            QualityCause::DecoderBehind { frames } => (frames, 10),
            QualityCause::FewFrames { rate } | QualityCause::SlowCamera { rate } => {
                (if rate < 8 { 1 } else { 0 }, 1)
            }
            QualityCause::LowBitRate { kilobits } => (if kilobits < 60 { 1 } else { 0 }, 1),
        };
        if value >= poor { QualityLevel::Poor } else { QualityLevel::Fair }
    }
}
