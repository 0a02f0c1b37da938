//! A driven that does what it is told and tells what it sees.

use std::collections::VecDeque;
use std::sync::mpsc::Sender;

use roomrtc_core::base::{Deadline, DeadlineReason, Time};
use roomrtc_core::session::{Datagram, Transmit};
use roomrtc_io_mio::{Driven, LocalAddress, StreamAction, StreamEvent, StreamId, StreamSecurity};

use super::test_command::TestCommand;
use super::test_event::TestEvent;

/// A driven under the control of a test.
pub(super) struct TestEndpoint {
    events: Sender<TestEvent>,
    local: Option<std::net::SocketAddr>,
    transmits: VecDeque<(Transmit, Vec<u8>)>,
    actions: VecDeque<(StreamAction, Vec<u8>)>,
    deadline: Option<Time>,
    /// Whether a deadline stays where it is when it is served: a fault.
    pub(super) keeps_deadline: bool,
    /// Timeouts after which the loop may end.
    pub(super) timeouts_left: u32,
    is_finished: bool,
}

impl TestEndpoint {
    pub(super) fn new(events: Sender<TestEvent>) -> TestEndpoint {
        TestEndpoint {
            events,
            local: None,
            transmits: VecDeque::new(),
            actions: VecDeque::new(),
            deadline: None,
            keeps_deadline: false,
            timeouts_left: u32::MAX,
            is_finished: false,
        }
    }

    fn tell(&self, event: TestEvent) {
        // A test that has seen enough no longer listens.
        let _ = self.events.send(event);
    }
}

impl Driven for TestEndpoint {
    type Command = TestCommand;

    fn handle_command(&mut self, _now: Time, command: TestCommand) {
        let none = Vec::new();
        match command {
            TestCommand::Send { to: destination, bytes, segment_size } => {
                let (local, length) = (self.local.expect("a socket"), bytes.len());
                let transmit = Transmit { local, destination, ecn: 2, length, segment_size };
                self.transmits.push_back((transmit, bytes));
            }
            TestCommand::SetDeadline(at) => self.deadline = Some(at),
            TestCommand::Connect(stream, address) => {
                let security = StreamSecurity::Plain;
                self.actions.push_back((StreamAction::Connect { stream, address, security }, none));
            }
            TestCommand::Write(stream, bytes) => {
                self.actions.push_back((StreamAction::Send { stream }, bytes));
            }
            TestCommand::Close(stream) => {
                self.actions.push_back((StreamAction::Close { stream }, none));
            }
            TestCommand::Finish => self.is_finished = true,
        }
    }

    fn handle_datagram(&mut self, _now: Time, datagram: Datagram<'_>) {
        let bytes = datagram.payload.to_vec();
        self.tell(TestEvent::Datagram { from: datagram.remote, ecn: datagram.ecn, bytes });
    }

    fn handle_timeout(&mut self, _now: Time) {
        if !self.keeps_deadline {
            self.deadline = None;
        }
        self.timeouts_left = self.timeouts_left.saturating_sub(1);
        self.is_finished |= self.timeouts_left == 0;
        self.tell(TestEvent::Timeout);
    }

    fn handle_local_address(&mut self, _now: Time, change: LocalAddress) {
        if let LocalAddress::Added(local) = change {
            self.local = Some(local);
        }
        self.tell(TestEvent::Address(change));
    }

    fn handle_stream(&mut self, _now: Time, stream: StreamId, event: StreamEvent<'_>) {
        self.tell(match event {
            StreamEvent::Certificate(found) => TestEvent::Certificate(stream, found),
            StreamEvent::Connected => TestEvent::Connected(stream),
            StreamEvent::Received(bytes) => TestEvent::Received(stream, bytes.to_vec()),
            StreamEvent::Closed(closure) => TestEvent::Closed(stream, closure),
        });
    }

    fn poll_stream(&mut self, output: &mut Vec<u8>) -> Option<StreamAction> {
        let (action, bytes) = self.actions.pop_front()?;
        output.extend_from_slice(&bytes);
        Some(action)
    }

    fn poll_transmit(&mut self, output: &mut Vec<u8>) -> Option<Transmit> {
        let (transmit, bytes) = self.transmits.pop_front()?;
        output.extend_from_slice(&bytes);
        Some(transmit)
    }

    fn deadline(&self) -> Option<Deadline> {
        self.deadline.map(|at| Deadline::new(at, DeadlineReason::Pacing))
    }

    fn is_finished(&self) -> bool {
        self.is_finished
    }
}
