//! What wakes a loop, and that nothing else does.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_io_mio::{AddressChoice, CommandRefused, EventLoop, LoopConfig};

use super::running_loop::{RunningLoop, loopback};
use super::test_command::TestCommand;
use super::test_endpoint::TestEndpoint;
use super::test_event::TestEvent;

#[test]
fn an_idle_loop_sleeps_until_its_deadline() {
    let config = LoopConfig { addresses: Some(AddressChoice::All), ..loopback() };
    let clock = config.clock;
    let running = RunningLoop::start_with(config, |endpoint| endpoint.timeouts_left = 1);
    let at = clock.now() + Duration::from_millis(300);
    running.command(TestCommand::SetDeadline(at));
    let statistics = running.join();
    assert!(clock.now() >= at);
    // The command, the timer, and sockets that were looked at once at the start.
    assert!(statistics.wakeups <= 4, "{statistics:?}");
    assert_eq!(statistics.timer_expirations, 1);
}

#[test]
fn the_timer_is_finer_than_a_millisecond() {
    let config = loopback();
    let clock = config.clock;
    let running = RunningLoop::start(config);
    running.local();
    // The last of many tries decides nothing: one that is served within the millisecond does.
    let is_fine = (0..2_000).any(|_| {
        let at = clock.now() + Duration::from_micros(300);
        running.command(TestCommand::SetDeadline(at));
        assert_eq!(running.event(), TestEvent::Timeout);
        let now = clock.now();
        assert!(now >= at, "served before it was due");
        now - at < Duration::from_micros(600)
    });
    assert!(is_fine);
    running.finish();
}

#[test]
fn a_deadline_that_never_moves_does_not_spin() {
    let config = loopback();
    let clock = config.clock;
    let running = RunningLoop::start_with(config, |endpoint| {
        endpoint.keeps_deadline = true;
        endpoint.timeouts_left = 15 + 50;
    });
    let before = clock.now();
    running.command(TestCommand::SetDeadline(Time::ZERO));
    let statistics = running.join();
    assert_eq!(statistics.overdue_deadlines, 50);
    assert!(clock.now() - before >= Duration::from_millis(49), "{statistics:?}");
}

#[test]
fn a_command_from_another_thread_wakes_it() {
    let running = RunningLoop::start(loopback());
    let local = running.local();
    for number in 0..100 {
        running.send(local, &[number], None);
        assert_eq!(running.datagram(), [number]);
    }
    let statistics = running.finish();
    assert_eq!(statistics.commands, 101);
    // A command and the datagram it caused, and at times a last look at the socket.
    assert!(statistics.wakeups <= 500, "{statistics:?}");
}

#[test]
fn the_queue_of_commands_is_bounded_and_says_when_the_loop_is_gone() {
    let config = LoopConfig { command_capacity: 2, ..loopback() };
    let (event_loop, commands) = EventLoop::new(config).expect("a loop");
    commands.send(TestCommand::SetDeadline(Time::FAR_FUTURE)).expect("room");
    commands.send(TestCommand::Finish).expect("room");
    assert_eq!(commands.send(TestCommand::Finish), Err(CommandRefused::Full));
    let (sender, _events) = std::sync::mpsc::channel();
    event_loop.run(TestEndpoint::new(sender));
    assert_eq!(commands.send(TestCommand::Finish), Err(CommandRefused::Ended));
}
