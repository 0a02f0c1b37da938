//! One datagram of the handshake is lost.

use roomrtc_sim::link::{Kinds, LinkParameters, Nth, Selection};
use roomrtc_sim::quantity::Span;
use roomrtc_sim::scenario::{Prospect, Scenario, Side};
use roomrtc_stacks::Stack;

use super::{call, held, pairings};
use crate::record;

/// A call in which the datagram `packet` of this kind that a side sends is lost.
fn losing(side: Side, packet: u64, kind: Kinds) -> Scenario {
    let lost = LinkParameters::new(Nth::dropped(packet)).only(Selection::kind(kind));
    call(50, 10).up(side, lost)
}

/// Whether rtc waits for ever when this datagram is lost: that of its longest flight, its second.
///
/// Its `DTLSConn::wait` clears the timer of the flight when anything of a handshake comes, and only
/// `send` sets it. So the first repetition of ours, which comes before that timer of a second, stops
/// it, and what was lost is never sent again. Nothing that we could send makes it: it answers a
/// repeated flight only once the handshake is complete.
fn stalls_rtc(stacks: [Stack; 2], side: Side, packet: u64) -> bool {
    stacks[side.index()] == Stack::Rtc && packet == 2
}

#[test]
fn rtc_never_repeats_what_we_ask_for_again() {
    for stacks in [[Stack::Ours, Stack::Rtc], [Stack::Rtc, Stack::Ours]] {
        let side = if stacks[0] == Stack::Rtc { Side::Caller } else { Side::Called };
        let scenario = losing(side, 2, Kinds::DTLS).lasting(Span::secs(40));
        held(stacks, &scenario.expecting(Prospect::Fails), 1);
    }
}

#[test]
fn each_datagram_of_dtls_in_turn() {
    for stacks in pairings() {
        for side in Side::ALL {
            for packet in (1..=4).filter(|packet| !stalls_rtc(stacks, side, *packet)) {
                let outcome = held(stacks, &losing(side, packet, Kinds::DTLS), packet);
                assert_connects_in(&outcome, stacks, 3_000_000);
            }
        }
    }
    let row = "simulated: one datagram of DTLS lost";
    record(Stack::Str0m, row, "yes");
    record(Stack::Rtc, row, "but for its longest");
}

#[test]
fn each_of_the_first_checks_in_turn() {
    for stacks in pairings() {
        for side in Side::ALL {
            for packet in 1..=4 {
                let outcome = held(stacks, &losing(side, packet, Kinds::STUN), packet);
                assert_connects_in(&outcome, stacks, 3_000_000);
            }
        }
    }
}

/// Both are connected within so many microseconds of the answer.
fn assert_connects_in(outcome: &roomrtc_sim::run::Outcome, stacks: [Stack; 2], most: u64) {
    for side in Side::ALL {
        let time = outcome.figures.value(Some(side.name()), "connect-time");
        let is_soon = time.is_some_and(|time| time <= most);
        assert!(is_soon, "{stacks:?}: {time:?} µs at the {}", side.name());
    }
}
