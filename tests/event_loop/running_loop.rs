//! An event loop on its thread, with a test endpoint in it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use roomrtc_io_mio::{
    AddressChoice, Clock, CommandSender, EventLoop, LocalAddress, LoopConfig, LoopStatistics,
};

use super::test_command::TestCommand;
use super::test_endpoint::TestEndpoint;
use super::test_event::TestEvent;

/// So long that only a loop that hangs takes it.
const PATIENCE: Duration = Duration::from_secs(30);

/// A loop on its thread.
pub(super) struct RunningLoop {
    pub(super) commands: CommandSender<TestCommand>,
    pub(super) events: Receiver<TestEvent>,
    thread: JoinHandle<LoopStatistics>,
}

/// A loop on IPv4 loopback.
pub(super) fn loopback() -> LoopConfig {
    let addresses = Some(AddressChoice::Only(IpAddr::V4(Ipv4Addr::LOCALHOST)));
    LoopConfig { addresses, ..LoopConfig::new(Clock::start()) }
}

impl RunningLoop {
    pub(super) fn start(config: LoopConfig) -> RunningLoop {
        RunningLoop::start_with(config, |_| {})
    }

    pub(super) fn start_with(
        config: LoopConfig,
        prepare: impl FnOnce(&mut TestEndpoint),
    ) -> RunningLoop {
        let (event_loop, commands) = EventLoop::new(config).expect("a loop");
        let (sender, events) = channel();
        let mut endpoint = TestEndpoint::new(sender);
        prepare(&mut endpoint);
        let thread = thread::spawn(move || event_loop.run(endpoint).1);
        RunningLoop { commands, events, thread }
    }

    pub(super) fn command(&self, command: TestCommand) {
        self.commands.send(command).expect("room in the queue");
    }

    /// The next event.
    pub(super) fn event(&self) -> TestEvent {
        self.events.recv_timeout(PATIENCE).expect("an event in time")
    }

    /// The address of its one socket, once it is announced.
    pub(super) fn local(&self) -> SocketAddr {
        let TestEvent::Address(LocalAddress::Added(local)) = self.event() else {
            panic!("the first event is an address");
        };
        assert_eq!(self.event(), TestEvent::Address(LocalAddress::Complete));
        local
    }

    /// Sends one datagram, or several of the size given.
    pub(super) fn send(&self, to: SocketAddr, bytes: &[u8], segment_size: Option<usize>) {
        self.command(TestCommand::Send { to, bytes: bytes.to_vec(), segment_size });
    }

    /// The bytes of the next datagram.
    pub(super) fn datagram(&self) -> Vec<u8> {
        match self.event() {
            TestEvent::Datagram { bytes, .. } => bytes,
            other => panic!("{other:?} instead of a datagram"),
        }
    }

    pub(super) fn finish(self) -> LoopStatistics {
        self.command(TestCommand::Finish);
        self.join()
    }

    pub(super) fn join(self) -> LoopStatistics {
        self.thread.join().expect("no panic in the loop")
    }
}
