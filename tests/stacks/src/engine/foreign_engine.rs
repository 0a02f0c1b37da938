//! The application around another stack.

use std::collections::VecDeque;

use roomrtc_core::base::{Deadline, DeadlineReason, Seed, Time};
use roomrtc_core::session::{CandidateInit, Event, PeerConfig, ReceivedFrame};

use super::{
    ForeignStack, Gathering, KeyFrameRequests, Outgoing, PictureWatch, Progress, Told, VirtualClock,
};

/// One end of another stack as the simulator drives it.
#[derive(Debug)]
pub struct ForeignEngine<S> {
    pub(super) stack: S,
    pub(super) clock: VirtualClock,
    pub(super) now: Time,
    pub(super) gathering: Gathering,
    pub(super) progress: Progress,
    pub(super) watch: PictureWatch,
    pub(super) requests: KeyFrameRequests,
    /// Whether the next offer restarts ICE.
    pub(super) restarts: bool,
    pub(super) events: VecDeque<Event>,
    pub(super) datagrams: VecDeque<Outgoing>,
    pub(super) frames: VecDeque<(ReceivedFrame, std::sync::Arc<[u8]>)>,
    /// Used again.
    pub(super) told: Vec<Told>,
    pub(super) due: Option<Time>,
}

impl<S: ForeignStack> ForeignEngine<S> {
    /// The media that there is.
    pub(super) const VIDEO: usize = 0;

    /// An engine that begins at `now`; `make` is given the instant that this is.
    pub fn new(
        now: Time,
        config: &PeerConfig,
        seed: &Seed,
        make: impl FnOnce(std::time::Instant) -> S,
    ) -> ForeignEngine<S> {
        let clock = VirtualClock::new();
        ForeignEngine {
            stack: make(clock.instant(now)),
            clock,
            now,
            gathering: Gathering::new(config.stun_servers.clone(), seed.stream("gathering")),
            progress: Progress::new(),
            watch: PictureWatch::default(),
            requests: KeyFrameRequests::new(config.key_frame_interval),
            restarts: false,
            events: VecDeque::new(),
            datagrams: VecDeque::new(),
            frames: VecDeque::new(),
            told: Vec::new(),
            due: None,
        }
    }

    /// Takes out of the stack whatever it has to say.
    pub(super) fn settle(&mut self) {
        let now = self.clock.instant(self.now);
        loop {
            let mut told = std::mem::take(&mut self.told);
            let due = self.stack.drain(now, &mut told);
            self.due = due.map(|due| self.clock.time(due));
            let asks = told.drain(..).fold(false, |asks, told| self.hear(told) | asks);
            self.told = told;
            if !asks {
                break;
            }
            self.stack.request_key_frame(now);
        }
        self.follow_gathering();
        if self.requests.poll(self.now) {
            self.events.push_back(Event::KeyFrameRequested { media: Self::VIDEO });
        }
    }

    fn follow_gathering(&mut self) {
        let mut sent = Vec::new();
        self.gathering.poll(self.now, &mut sent);
        self.datagrams.extend(sent);
        if self.gathering.is_over() && !self.progress.has_gathered {
            self.progress.has_gathered = true;
            self.events.push_back(Event::GatheringComplete);
            self.tell_candidate(String::new());
        }
    }

    /// A candidate is known: it goes into the next description, and on its own where one was given
    /// out before.
    pub(super) fn tell_candidate(&mut self, candidate: String) {
        if self.progress.is_described {
            let (sdp_mid, username_fragment) = (None, None);
            let sdp_mline_index = Some(0);
            let init = CandidateInit { candidate, sdp_mid, sdp_mline_index, username_fragment };
            self.events.push_back(Event::LocalCandidate(init));
        }
    }

    /// When the stack or the application around it has something to do. These stacks do not say
    /// why, or not in our terms: the reason is that which their earliest timers have.
    pub(super) fn next_deadline(&self) -> Option<Deadline> {
        // One that is due although time has just passed would be due for ever: an event loop, too,
        // sleeps for a moment then.
        let least = self.now + std::time::Duration::from_millis(1);
        let stack = self.due.filter(|_| !self.progress.is_closed || !self.progress.has_ended);
        let stack = stack.map(|at| Deadline::new(at.max(least), DeadlineReason::IceCheck));
        let own = [
            self.gathering.due().map(|at| (at, DeadlineReason::StunRetransmission)),
            self.requests.due().map(|at| (at, DeadlineReason::PictureLossIndication)),
        ];
        own.into_iter().flatten().fold(stack, |next, (at, reason)| {
            Deadline::earlier(next, Some(Deadline::new(at.max(least), reason)))
        })
    }
}
