//! One link of a chain.

use std::time::Duration;

use roomrtc_core::base::Time;

/// Something that came of a lost packet. Packets are named by their numbers in the trace, times are
/// the world's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consequence {
    /// A later packet of its stream arrived: its absence could be seen.
    Noticed {
        /// When.
        time: Time,
        /// The later packet.
        packet: u64,
    },
    /// The jitter buffer waited for it.
    Waited {
        /// Since when.
        from: Time,
        /// Until when; `None` if the run ends before.
        until: Option<Time>,
    },
    /// The receiver asked for it.
    Asked {
        /// When.
        time: Time,
        /// The packet that asks.
        packet: u64,
        /// Whether that arrived.
        has_arrived: bool,
    },
    /// The same was sent again.
    SentAgain {
        /// When.
        time: Time,
        /// The packet that has it.
        packet: u64,
        /// When that arrived, if it did.
        arrived: Option<Time>,
    },
    /// What was sent again arrived.
    Repaired {
        /// When.
        time: Time,
        /// The packet that had it.
        packet: u64,
    },
    /// The jitter buffer went on without it.
    GivenUp {
        /// When.
        time: Time,
    },
    /// The receiver asked for a key frame.
    KeyFrameAsked {
        /// When.
        time: Time,
        /// The packet that asks.
        packet: u64,
    },
    /// The sender made a key frame.
    KeyFrameSent {
        /// When.
        time: Time,
        /// Its number among the frames of its sender.
        frame: u64,
    },
    /// The frame that it belongs to was shown no later than others.
    FrameInTime {
        /// When.
        time: Time,
    },
    /// The frame that it belongs to was shown later than others.
    FrameLate {
        /// When.
        time: Time,
        /// By how much it took longer than half of all frames do.
        by: Duration,
    },
    /// The frame that it belongs to was never shown.
    FrameLost {
        /// When the next picture was shown, or the run ended.
        time: Time,
        /// Frames that were not shown up to then, this one included.
        count: u64,
    },
    /// The picture stood still.
    Froze {
        /// Since when.
        from: Time,
        /// Until when.
        until: Time,
    },
}

impl Consequence {
    /// When it happened, or began.
    pub const fn time(&self) -> Time {
        match self {
            Consequence::Noticed { time, .. }
            | Consequence::Asked { time, .. }
            | Consequence::SentAgain { time, .. }
            | Consequence::Repaired { time, .. }
            | Consequence::GivenUp { time }
            | Consequence::KeyFrameAsked { time, .. }
            | Consequence::KeyFrameSent { time, .. }
            | Consequence::FrameInTime { time }
            | Consequence::FrameLate { time, .. }
            | Consequence::FrameLost { time, .. } => *time,
            Consequence::Waited { from, .. } | Consequence::Froze { from, .. } => *from,
        }
    }

    /// The packet that it is about, if it is about one.
    pub const fn packet(&self) -> Option<u64> {
        match self {
            Consequence::Noticed { packet, .. }
            | Consequence::Asked { packet, .. }
            | Consequence::SentAgain { packet, .. }
            | Consequence::Repaired { packet, .. }
            | Consequence::KeyFrameAsked { packet, .. } => Some(*packet),
            _ => None,
        }
    }
}
