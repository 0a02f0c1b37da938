//! Moving the cursor.

use roomrtc_core::base::Time;

use super::{Direction, Selection, Viewer};

impl Viewer {
    pub(super) fn toggle_playing(&mut self) {
        self.is_playing = !self.is_playing;
        if self.is_playing && self.cursor >= self.timeline.end {
            self.seek(self.timeline.begin);
        }
    }

    /// Goes to a time, and makes it visible.
    pub(super) fn seek(&mut self, time: Time) {
        self.cursor = time.max(self.timeline.begin).min(self.timeline.end);
        self.reveal();
    }

    pub(super) fn select(&mut self, selection: Selection) {
        let Some(time) = self.time_of(selection) else { return };
        self.selection = Some(selection);
        self.seek(time);
    }

    /// When something was, if it is there.
    pub(super) fn time_of(&self, selection: Selection) -> Option<Time> {
        Some(match selection {
            Selection::Packet(index) => self.timeline.ladder.get(index)?.sent,
            Selection::Loss(index) => self.timeline.losses.get(index)?.time,
            Selection::Moment(index) => self.timeline.moments.get(index)?.time,
        })
    }

    pub(super) fn step_packet(&mut self, direction: Direction) {
        let selected = match self.selection {
            Some(Selection::Packet(index)) => Some(index),
            _ => None,
        };
        let times = self.timeline.ladder.crossings();
        let next = next(times, |crossing| crossing.sent, selected, self.cursor, direction);
        next.into_iter().for_each(|index| self.select(Selection::Packet(index)));
    }

    pub(super) fn step_loss(&mut self, direction: Direction) {
        let selected = match self.selection {
            Some(Selection::Loss(index)) => Some(index),
            _ => None,
        };
        let next = next(&self.timeline.losses, |lost| lost.time, selected, self.cursor, direction);
        next.into_iter().for_each(|index| self.select(Selection::Loss(index)));
    }

    pub(super) fn step_moment(&mut self, direction: Direction) {
        let selected = match self.selection {
            Some(Selection::Moment(index)) => Some(index),
            _ => None,
        };
        let moments = &self.timeline.moments;
        let next = next(moments, |moment| moment.time, selected, self.cursor, direction);
        next.into_iter().for_each(|index| self.select(Selection::Moment(index)));
    }
}

/// The place of what comes next in a list by time: the neighbour of the one selected, if the cursor is
/// there, so that each of several at one moment has its turn; else the first beyond the cursor.
fn next<T>(
    list: &[T],
    time: impl Fn(&T) -> Time,
    selected: Option<usize>,
    cursor: Time,
    direction: Direction,
) -> Option<usize> {
    let here = selected.filter(|index| list.get(*index).map(&time) == Some(cursor));
    match (here, direction) {
        (Some(index), Direction::Forwards) => Some(index + 1).filter(|next| *next < list.len()),
        (Some(index), Direction::Backwards) => index.checked_sub(1),
        (None, Direction::Forwards) => {
            let next = list.partition_point(|item| time(item) < cursor);
            Some(next).filter(|next| *next < list.len())
        }
        (None, Direction::Backwards) => {
            list.partition_point(|item| time(item) <= cursor).checked_sub(1)
        }
    }
}
