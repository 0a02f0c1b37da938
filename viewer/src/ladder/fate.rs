//! What became of a packet.

use roomrtc_core::base::Time;

use super::Loss;

/// What became of a packet, as far as the run goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was on its way at the end, or nobody says whether it arrived.
    Unknown,
    /// It arrived at this time, the first of its copies if there are several.
    Arrived(Time),
    /// It was lost.
    Lost(Loss),
}

impl Fate {
    /// When it arrived or was lost.
    pub fn time(&self) -> Option<Time> {
        match self {
            Fate::Unknown => None,
            Fate::Arrived(time) => Some(*time),
            Fate::Lost(loss) => Some(loss.time),
        }
    }
}
