//! The event loop: its parts, its rounds and its waits.

use std::fmt;
use std::io::{self, ErrorKind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::Duration;

use mio::{Events, Poll, Waker};
use roomrtc_core::base::Time;

use super::names::Names;
use super::timer::Timer;
use super::tokens::{TIMER, WAKER};
use super::{CommandSender, Driven, LoopConfig, LoopError, LoopStatistics};
use crate::stream::Streams;
use crate::udp::{ReceiveBuffers, UdpSockets};

/// How long a deadline that stays in the past although it was served is put off: a fault in the
/// driven must not make the loop spin.
const OVERDUE_DELAY: Duration = Duration::from_millis(1);

/// Rounds in a row that a deadline may stand in the past although it is served: several things may
/// be due at once.
const ROUNDS_OVERDUE: u32 = 16;

/// How long a loop that is to end waits for a full socket.
const LINGER: Duration = Duration::from_secs(1);

/// One thread's loop over sockets, a timer and commands; `C` is the type of the commands.
///
/// A round is: commands, timeouts, datagrams, streams, addresses, transmits, names; each within a
/// bound, so that none starves another. Then it waits, unless a bound left something undone.
pub struct EventLoop<C> {
    pub(super) poll: Poll,
    pub(super) config: LoopConfig,
    pub(super) timer: Timer,
    pub(super) commands: Receiver<C>,
    pub(super) sockets: UdpSockets,
    pub(super) streams: Streams,
    pub(super) names: Names,
    pub(super) buffers: ReceiveBuffers,
    pub(super) output: Vec<u8>,
    pub(super) statistics: LoopStatistics,
    pub(super) next_listing: Option<Time>,
    pub(super) last_listing: Time,
    /// A bound was reached: there may be more of the same without another event.
    pub(super) has_more: bool,
    /// Rounds in a row in which the deadline stood in the past although it was served.
    rounds_overdue: u32,
    finished_at: Option<Time>,
}

impl<C: Send> EventLoop<C> {
    /// Sets up a loop and binds its UDP sockets.
    ///
    /// # Errors
    /// [`LoopError`] where the system lacks descriptors, or the one address chosen cannot be
    /// bound. If all addresses are chosen, those that cannot be bound are counted and left out.
    pub fn new(config: LoopConfig) -> Result<(EventLoop<C>, CommandSender<C>), LoopError> {
        let poll = Poll::new()?;
        let timer = Timer::new(poll.registry(), TIMER)?;
        let waker = Arc::new(Waker::new(poll.registry(), WAKER)?);
        let (sender, commands) = sync_channel(config.command_capacity.max(1));
        let mut event_loop = EventLoop {
            poll,
            timer,
            commands,
            sockets: UdpSockets::default(),
            streams: Streams::default(),
            names: Names::new(config.multicast_dns),
            buffers: ReceiveBuffers::new(),
            output: Vec::new(),
            statistics: LoopStatistics::default(),
            next_listing: None,
            last_listing: Time::ZERO,
            has_more: false,
            rounds_overdue: 0,
            finished_at: None,
            config,
        };
        event_loop.open_sockets()?;
        Ok((event_loop, CommandSender { sender, waker }))
    }

    /// Drives `driven` until it is finished, and gives it back with what was counted.
    pub fn run<D: Driven<Command = C>>(mut self, mut driven: D) -> (D, LoopStatistics) {
        let mut events = Events::with_capacity(64);
        self.announce(&mut driven);
        loop {
            self.round(&mut driven);
            if self.is_over(&driven) {
                break;
            }
            if let Err(error) = self.wait(&driven, &mut events) {
                tracing::error!(%error, "the event loop cannot wait, and ends");
                break;
            }
            self.note_events(&events, &mut driven);
        }
        (driven, self.statistics)
    }

    fn round<D: Driven<Command = C>>(&mut self, driven: &mut D) {
        self.has_more = false;
        self.take_commands(driven);
        let served = self.serve_deadline(driven);
        self.receive(driven);
        self.serve_streams(driven);
        self.list_addresses(driven);
        self.transmit(driven);
        self.serve_names(driven);
        self.follow_deadline(served, driven);
    }

    /// Serves the deadline if it has passed: when that was.
    fn serve_deadline<D: Driven>(&self, driven: &mut D) -> Option<Time> {
        let now = self.config.clock.now();
        driven.deadline().filter(|deadline| deadline.at <= now)?;
        driven.handle_timeout(now);
        Some(now)
    }

    /// Some deadlines move only once what is due has been taken to be sent. One that was served and
    /// stands after that as before is a fault if it goes on.
    fn follow_deadline<D: Driven>(&mut self, served: Option<Time>, driven: &D) {
        let stands = |served| driven.deadline().is_some_and(|deadline| deadline.at <= served);
        self.rounds_overdue =
            if served.is_some_and(stands) { self.rounds_overdue.saturating_add(1) } else { 0 };
        if self.is_overdue() {
            self.statistics.overdue_deadlines += 1;
        }
    }

    const fn is_overdue(&self) -> bool {
        self.rounds_overdue >= ROUNDS_OVERDUE
    }

    /// Waits for an event; returns at once if there is something to do without one.
    fn wait<D: Driven>(&mut self, driven: &D, events: &mut Events) -> io::Result<()> {
        let now = self.config.clock.now();
        let next = self.next_expiration(now, driven);
        let is_busy = self.has_more
            || next.is_some_and(|at| at <= now)
            || self.sockets.iter_mut().any(|endpoint| endpoint.is_readable())
            || self.streams.any_readable()
            || self.names.any_readable();
        let timeout = is_busy.then_some(Duration::ZERO);
        if !is_busy {
            self.timer.arm(now, next)?;
        }
        match self.poll.poll(events, timeout) {
            Err(error) if error.kind() == ErrorKind::Interrupted => events.clear(),
            other => other?,
        }
        self.statistics.wakeups += 1;
        Ok(())
    }

    fn next_expiration<D: Driven>(&self, now: Time, driven: &D) -> Option<Time> {
        let earliest = if self.is_overdue() { now + OVERDUE_DELAY } else { Time::ZERO };
        let deadline = driven.deadline().map(|deadline| deadline.at.max(earliest));
        let linger = self.finished_at.map(|at| at + LINGER);
        [deadline, self.names.deadline(), self.next_listing, linger].into_iter().flatten().min()
    }

    /// Whether the driven is finished and everything it handed out has been sent.
    fn is_over<D: Driven>(&mut self, driven: &D) -> bool {
        if !driven.is_finished() {
            self.finished_at = None;
            return false;
        }
        let now = self.config.clock.now();
        let since = *self.finished_at.get_or_insert(now);
        let is_waiting = self.has_more || self.is_blocked() || self.streams.any_outgoing();
        !is_waiting || now - since >= LINGER
    }

    fn is_blocked(&mut self) -> bool {
        self.sockets.iter_mut().any(|endpoint| endpoint.is_blocked())
    }
}

impl<C> fmt::Debug for EventLoop<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sockets: Vec<_> = self.sockets.locals().collect();
        f.debug_struct("EventLoop").field("sockets", &sockets).finish_non_exhaustive()
    }
}
