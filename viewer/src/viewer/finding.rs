//! Looking for a text.

use roomrtc_core::base::Time;

use super::{Direction, Selection, Viewer};
use crate::ladder::{Crossing, Fate};

/// A place in the order in which things are found: time, packets before moments, place in the list.
fn rank(time: Time, selection: Selection) -> (Time, u8, usize) {
    match selection {
        Selection::Packet(index) => (time, 0, index),
        Selection::Moment(index) => (time, 1, index),
        Selection::Loss(index) => (time, 2, index),
    }
}

impl Viewer {
    /// Goes to the next packet or moment that has the text that is looked for. `#17` is the packet of
    /// this number; anything else is looked for in what packets say, their streams, addresses, ends and
    /// fates, and in what is said of moments; upper and lower case are the same.
    pub(super) fn find(&mut self, direction: Direction) {
        let text = self.search.trim().to_lowercase();
        if text.is_empty() {
            return;
        }
        let number = text.strip_prefix('#').and_then(|number| number.parse().ok());
        let found = match number {
            Some(number) => self.timeline.ladder.find(number).map(Selection::Packet),
            None => self.next_with(&text, direction),
        };
        self.has_found = Some(found.is_some());
        found.into_iter().for_each(|selection| self.select(selection));
    }

    fn next_with(&self, text: &str, direction: Direction) -> Option<Selection> {
        let packets = (0..self.timeline.ladder.crossings().len()).map(Selection::Packet);
        let moments = (0..self.timeline.moments.len()).map(Selection::Moment);
        let has = |selection: &Selection| {
            self.is_beyond(*selection, direction) && self.has(*selection, text)
        };
        let key =
            |selection: &Selection| rank(self.time_of(*selection).unwrap_or_default(), *selection);
        match direction {
            Direction::Forwards => {
                let found = [packets.into_iter().find(&has), moments.into_iter().find(&has)];
                found.into_iter().flatten().min_by_key(key)
            }
            Direction::Backwards => {
                let found = [packets.rev().find(&has), moments.rev().find(&has)];
                found.into_iter().flatten().max_by_key(key)
            }
        }
    }

    /// Whether something is beyond what is selected, or beyond the cursor if that is elsewhere.
    fn is_beyond(&self, other: Selection, direction: Direction) -> bool {
        let Some(time) = self.time_of(other) else { return false };
        let here = self.selection.filter(|own| self.time_of(*own) == Some(self.cursor));
        match (here, direction) {
            (Some(own), Direction::Forwards) => rank(time, other) > rank(self.cursor, own),
            (Some(own), Direction::Backwards) => rank(time, other) < rank(self.cursor, own),
            (None, Direction::Forwards) => time >= self.cursor,
            (None, Direction::Backwards) => time <= self.cursor,
        }
    }

    fn has(&self, selection: Selection, text: &str) -> bool {
        match selection {
            Selection::Packet(index) => self
                .timeline
                .ladder
                .get(index)
                .is_some_and(|crossing| self.packet_has(crossing, text)),
            Selection::Moment(index) => self.timeline.moments.get(index).is_some_and(|moment| {
                moment.text.to_lowercase().contains(text)
                    || self.timeline.name(moment.place).to_lowercase().contains(text)
            }),
            Selection::Loss(_) => false,
        }
    }

    fn packet_has(&self, crossing: &Crossing, text: &str) -> bool {
        let fate = match &crossing.fate {
            Fate::Lost(loss) => format!("lost {}", loss.cause),
            Fate::Arrived(_) | Fate::Unknown => String::new(),
        };
        let stream = crossing.reading.rtp().map(|rtp| format!("{:08x}", rtp.ssrc));
        let told = [crossing.reading.label(), fate, stream.unwrap_or_default()];
        let addresses = [crossing.source, crossing.destination].map(|address| address.to_string());
        told.iter().chain(&addresses).any(|word| word.to_lowercase().contains(text))
            || crossing.class.name().contains(text)
    }
}
