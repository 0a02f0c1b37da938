//! A stretch of a run.

use std::collections::BTreeMap;
use std::time::Duration;

use roomrtc_core::base::Time;

use super::{KeptPacket, SpanMaker};
use crate::source::Source;

/// The packets that were sent in a stretch of a run, with their bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Its beginning, in the world's time.
    pub from: Time,
    /// Its end, which is part of it.
    pub until: Time,
    pub(super) packets: BTreeMap<u64, KeptPacket>,
}

impl Span {
    /// How long a stretch is.
    pub const LENGTH: Duration = Duration::from_secs(1);
    /// Bytes that are kept at most; packets beyond them are left out.
    pub const MOST_BYTES: usize = 32 << 20;

    /// Makes the stretch that `time` lies in: tells the run from the nearest moment that its source has.
    pub fn make(source: &mut dyn Source, time: Time) -> Span {
        let Span { from, until, .. } = Span::nothing_at(time);
        let mut maker = SpanMaker::new(from, until);
        source.tell(from, until, &mut maker);
        maker.finish()
    }

    /// The stretch that `time` lies in, without packets.
    pub fn nothing_at(time: Time) -> Span {
        let length = Span::LENGTH.as_nanos() as u64;
        let from = Time::from_nanos(time.as_nanos() / length * length);
        let until = from + (Span::LENGTH - Duration::from_nanos(1));
        Span { from, until, ..Span::default() }
    }

    /// Whether `time` lies in it.
    pub fn contains(&self, time: Time) -> bool {
        (self.from..=self.until).contains(&time)
    }

    /// The bytes of the packet of this number.
    pub fn packet(&self, number: u64) -> Option<&KeptPacket> {
        self.packets.get(&number)
    }

    /// How many packets it has.
    pub fn packets(&self) -> usize {
        self.packets.len()
    }
}
