//! Makes a timeline of what it hears.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use roomrtc_core::base::Time;
use roomrtc_sim::trace::Place;

use super::{Moment, Timeline};
use crate::chains::Tracer;
use crate::lanes::{Lane, LaneKind, Mood};
use crate::source::{Heading, Listener, Told};

/// Makes a timeline of a run that it hears from beginning to end.
#[derive(Debug)]
pub struct TimelineBuilder {
    pub(super) timeline: Timeline,
    /// The payload types of retransmissions.
    pub(super) retransmissions: Vec<u8>,
    /// The hosts whose sessions are told.
    pub(super) heard: BTreeSet<usize>,
    tells_losses: bool,
}

impl TimelineBuilder {
    /// Moments that are kept; later ones are left out.
    pub const MOST_MOMENTS: usize = 50_000;
    /// Hosts whose pictures are kept.
    pub(super) const MOST_HOSTS: usize = 64;

    /// A builder that has heard nothing. `tells_losses` as [`crate::source::Source::tells_losses`].
    pub fn new(heading: Heading, tells_losses: bool) -> TimelineBuilder {
        let timeline = Timeline { heading, ..Timeline::default() };
        let (retransmissions, heard) = (Vec::new(), BTreeSet::new());
        TimelineBuilder { timeline, retransmissions, heard, tells_losses }
    }

    /// Up to when it has heard, in the world's time.
    pub fn heard_until(&self) -> Time {
        self.timeline.end
    }

    /// What it has heard, put together.
    pub fn finish(mut self) -> Timeline {
        let heard = std::mem::take(&mut self.heard);
        let is_heard = |place: Place| matches!(place, Place::Host(host) if heard.contains(&host));
        let is_absence_loss = !self.tells_losses;
        self.timeline.ladder.finish(|place| is_absence_loss && is_heard(place));
        self.timeline.pictures.iter_mut().for_each(super::Pictures::finish);
        self.timeline.lanes.sort_by_key(|lane| (lane.host, lane.kind));
        self.timeline.buffers.sort_by_key(|buffer| buffer.host);
        self.timeline.moments.sort_by_key(|moment| moment.time);
        self.timeline.columns = self.columns();
        self.timeline.begin = self.first_second();
        let Timeline { ladder, buffers, pictures, end, .. } = &self.timeline;
        let losses = Tracer::new(ladder, buffers, pictures, *end).all(is_heard);
        self.timeline.losses = losses;
        self.timeline
    }

    fn first_second(&self) -> Time {
        let packet = self.timeline.ladder.get(0).map(|crossing| crossing.sent);
        let moment = self.timeline.moments.first().map(|moment| moment.time);
        let first = packet.into_iter().chain(moment).min().unwrap_or(Time::ZERO);
        Time::from_secs(first.since(Time::ZERO).as_secs())
    }

    pub(super) fn keep_moment(&mut self, moment: Moment) {
        if self.timeline.moments.len() < TimelineBuilder::MOST_MOMENTS {
            self.timeline.moments.push(moment);
        }
    }

    pub(super) fn enter(
        &mut self,
        time: Time,
        host: usize,
        kind: LaneKind,
        state: (&'static str, Mood),
    ) {
        self.lane(host, kind).enter(time, state);
    }

    pub(super) fn lane(&mut self, host: usize, kind: LaneKind) -> &mut Lane {
        let lanes = &mut self.timeline.lanes;
        let known = lanes.iter().position(|lane| lane.host == host && lane.kind == kind);
        let index = known.unwrap_or_else(|| {
            lanes.push(Lane::new(host, kind));
            lanes.len() - 1
        });
        &mut lanes[index]
    }
}

impl Listener for TimelineBuilder {
    fn hear(&mut self, told: Told<'_>) -> ControlFlow<()> {
        match told {
            Told::Names(names) => self.timeline.names = names.clone(),
            Told::Event { event, plain } => self.hear_event(event, plain),
            Told::State { time, host, state } => self.hear_state(time, host, state),
            Told::Until(time) => self.timeline.end = self.timeline.end.max(time),
            Told::Note(note) => self.timeline.notes.push(note.to_owned()),
        }
        ControlFlow::Continue(())
    }
}
