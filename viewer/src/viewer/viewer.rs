//! The state of the window.

use std::time::Duration;

use roomrtc_core::base::Time;

use super::{Action, Selection, Speed};
use crate::ladder::Crossing;
use crate::span::Span;
use crate::timeline::Timeline;

/// The state of the window that shows a timeline.
#[derive(Clone, Debug)]
pub struct Viewer {
    pub(super) timeline: Timeline,
    pub(super) cursor: Time,
    /// Where what is visible begins.
    pub(super) from: Time,
    pub(super) length: Duration,
    pub(super) selection: Option<Selection>,
    pub(super) is_playing: bool,
    pub(super) speed: Speed,
    pub(super) search: String,
    pub(super) has_found: Option<bool>,
    pub(super) shows_keys: bool,
    span: Option<Span>,
    /// The time of the stretch that is being made.
    awaited: Option<Time>,
}

impl Viewer {
    /// The shortest stretch that is shown.
    pub const SHORTEST: Duration = Duration::from_micros(100);
    /// What is visible at first, at most.
    pub const FIRST: Duration = Duration::from_secs(2);

    /// A window at the beginning of a timeline.
    pub fn new(timeline: Timeline) -> Viewer {
        let mut viewer = Viewer {
            length: Duration::ZERO,
            cursor: timeline.begin,
            from: timeline.begin,
            timeline,
            selection: None,
            is_playing: false,
            speed: Speed::REAL,
            search: String::new(),
            has_found: None,
            shows_keys: false,
            span: None,
            awaited: None,
        };
        viewer.length = viewer.whole().min(Viewer::FIRST);
        viewer
    }

    /// What the user did.
    pub fn act(&mut self, action: Action) {
        match action {
            Action::TogglePlaying => self.toggle_playing(),
            Action::SetSpeed(speed) => self.speed = speed,
            Action::Seek(time) => self.seek(time),
            Action::SeekBeginning => self.seek(self.timeline.begin),
            Action::SeekEnd => self.seek(self.timeline.end),
            Action::StepPacket(direction) => self.step_packet(direction),
            Action::StepMoment(direction) => self.step_moment(direction),
            Action::StepLoss(direction) => self.step_loss(direction),
            Action::ZoomIn => self.zoom(1, 2),
            Action::ZoomOut => self.zoom(2, 1),
            Action::ZoomToAll => self.show(self.timeline.begin, self.whole()),
            Action::Show { from, length } => self.show(from, length),
            Action::Pan(thousandths) => self.pan(thousandths),
            Action::Select(selection) => self.select(selection),
            Action::Unselect => self.selection = None,
            Action::Search(text) => (self.search, self.has_found) = (text, None),
            Action::Find(direction) => self.find(direction),
            Action::ToggleKeys => self.shows_keys = !self.shows_keys,
        }
    }

    /// Real time has passed: while it plays, the cursor moves on. It stops at the end.
    pub fn advance(&mut self, elapsed: Duration) {
        if !self.is_playing {
            return;
        }
        let cursor = (self.cursor + self.speed.of(elapsed)).min(self.timeline.end);
        self.is_playing = cursor < self.timeline.end;
        self.cursor = cursor;
        self.reveal();
    }

    /// The time whose stretch is to be made, so that the packet selected can be shown in full. It is
    /// asked for once; [`Viewer::take_span`] answers.
    pub fn poll_wanted(&mut self) -> Option<Time> {
        let sent = self.selected_packet()?.sent;
        if self.has_bytes() || self.awaited.is_some() {
            return None;
        }
        self.awaited = Some(sent);
        self.awaited
    }

    /// A stretch that was asked for is there.
    pub fn take_span(&mut self, span: Span) {
        self.awaited = None;
        self.span = Some(span);
    }

    /// What was asked for cannot be had now: it will be asked for again.
    pub fn forget_wanted(&mut self) {
        self.awaited = None;
    }

    /// Whether the stretch of the packet selected is there.
    pub fn has_bytes(&self) -> bool {
        let sent = self.selected_packet().map(|crossing| crossing.sent);
        sent.is_some_and(|sent| self.span.as_ref().is_some_and(|span| span.contains(sent)))
    }

    /// The stretch whose bytes are there.
    pub fn span(&self) -> Option<&Span> {
        self.span.as_ref()
    }

    /// The packet that is selected, or that the loss selected is of.
    pub fn selected_packet(&self) -> Option<&Crossing> {
        let index = match self.selection? {
            Selection::Packet(index) => index,
            Selection::Loss(index) => self.timeline.losses.get(index)?.crossing?,
            Selection::Moment(_) => return None,
        };
        self.timeline.ladder.get(index)
    }

    /// What is shown.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// The time that is looked at.
    pub fn cursor(&self) -> Time {
        self.cursor
    }

    /// What is visible: from when until when.
    pub fn visible(&self) -> (Time, Time) {
        (self.from, self.from + self.length)
    }

    /// What is selected.
    pub fn selection(&self) -> Option<Selection> {
        self.selection
    }

    /// Whether it plays.
    pub fn is_playing(&self) -> bool {
        self.is_playing
    }

    /// How fast it plays.
    pub fn speed(&self) -> Speed {
        self.speed
    }

    /// The text that is looked for, and whether the last search has found it.
    pub fn search(&self) -> (&str, Option<bool>) {
        (&self.search, self.has_found)
    }

    /// Whether the keys are shown.
    pub fn shows_keys(&self) -> bool {
        self.shows_keys
    }
}
