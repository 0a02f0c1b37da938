//! The retransmission timer and giving up, by the clock.

use std::time::Duration;

use roomrtc_core::base::{Deadline, DeadlineReason, Time};
use roomrtc_core::dtls::{Event, Failure};

use super::pair::Pair;

/// When the client sends its first flight if nobody ever answers.
fn sendings(rtt: Option<Duration>, timeout: Duration) -> (Vec<u64>, Pair) {
    let mut pair = Pair::new(1, |config| config.handshake_timeout = timeout);
    pair.client.start(Time::ZERO, rtt);
    let mut times = Vec::new();
    while let Some(deadline) = pair.client.deadline() {
        while pair.client.poll_transmit(&mut Vec::new()) {
            times.push(pair.now.as_millis());
        }
        pair.now = deadline.at;
        pair.client.handle_timeout(pair.now);
    }
    (times, pair)
}

#[test]
fn flights_are_repeated_after_twice_the_round_trip_and_then_ever_more_slowly() {
    let timeout = Duration::from_secs(10);
    let (times, _) = sendings(Some(Duration::from_millis(100)), timeout);
    assert_eq!(times, [0, 200, 600, 1_400, 3_000, 6_200]);
    let (times, _) = sendings(Some(Duration::from_millis(1)), timeout);
    assert_eq!(times[..4], [0, 50, 150, 350]);
    let (times, _) = sendings(Some(Duration::from_secs(9)), timeout);
    assert_eq!(times, [0, 3_000, 9_000]);
    let (times, _) = sendings(None, timeout);
    assert_eq!(times, [0, 1_000, 3_000, 7_000]);
}

#[test]
fn a_handshake_without_an_answer_gives_up_in_time() {
    let (_, mut pair) = sendings(None, Duration::from_secs(10));
    assert_eq!(pair.now, Time::from_secs(10));
    assert_eq!(pair.client.poll_event(), Some(Event::Failed(Failure::TimedOut)));
    assert_eq!(pair.client.deadline(), None);
    assert!(!pair.client.poll_transmit(&mut Vec::new()));
}

#[test]
fn the_deadline_says_why() {
    let mut pair = Pair::new(1, |config| config.handshake_timeout = Duration::from_millis(500));
    assert_eq!(pair.client.deadline(), None);
    pair.start();
    let repeat =
        |at| Some(Deadline::new(Time::from_millis(at), DeadlineReason::DtlsRetransmission));
    let give_up = Deadline::new(Time::from_millis(500), DeadlineReason::DtlsFailure);
    assert_eq!(pair.client.deadline(), repeat(80));
    assert_eq!(pair.server.deadline(), Some(give_up));
    pair.client.handle_timeout(Time::from_millis(80));
    assert_eq!(pair.client.deadline(), repeat(240));
    pair.client.handle_timeout(Time::from_millis(240));
    assert_eq!(pair.client.deadline(), Some(give_up));
}

#[test]
fn a_timeout_that_is_not_due_does_nothing() {
    let mut pair = Pair::new(1, |_| {});
    pair.start();
    assert!(pair.client.poll_transmit(&mut Vec::new()));
    pair.client.handle_timeout(Time::from_millis(79));
    assert!(!pair.client.poll_transmit(&mut Vec::new()));
}

#[test]
fn starting_twice_starts_once() {
    let mut pair = Pair::new(1, |_| {});
    pair.start();
    assert!(pair.client.poll_transmit(&mut Vec::new()));
    pair.start();
    assert!(!pair.client.poll_transmit(&mut Vec::new()));
    pair.run_without_loss();
    pair.assert_connected();
}
