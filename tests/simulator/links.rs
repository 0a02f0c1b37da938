//! Any chain of link models: what holds of all.

use std::time::Duration;

use proptest::collection::vec;
use proptest::prelude::*;
use roomrtc_core::base::{Seed, Time};
use roomrtc_sim::ledger::{Fault, Ledger};
use roomrtc_sim::link::{LinkParameters, Pipe, TimedPipe};
use roomrtc_sim::network::{Origin, Packet};

use super::any_chain::any_chain;

/// When a packet is offered after the one before, in half milliseconds, and what it is.
type Offer = (u64, usize, u8, u8);

fn any_offers() -> impl Strategy<Value = Vec<Offer>> {
    let first_byte = prop_oneof![Just(0_u8), Just(22), Just(128), Just(255)];
    vec((0..6_u64, 1..1_500_usize, first_byte, 0..4_u8), 0..150)
}

fn packet(number: u64, now: Time, (_, length, first_byte, ecn): Offer) -> Packet {
    let (source, destination) = (([10, 0, 0, 1], 1_000).into(), ([10, 0, 0, 2], 2_000).into());
    let payload = vec![first_byte; length];
    Packet { number, origin: Origin::Host(0), sent: now, source, destination, ecn, payload }
}

fn drawn(chain: &[LinkParameters], seed: u64) -> TimedPipe {
    let pipe = Pipe::new("up", chain, &Seed::from_u64(seed));
    TimedPipe::new(pipe, Ledger::default())
}

fn scripted(chain: &[LinkParameters], faults: &[Fault]) -> TimedPipe {
    // Another seed: nothing is drawn.
    let pipe = Pipe::scripted("up", chain, &Seed::from_u64(99), faults);
    TimedPipe::new(pipe, Ledger::default())
}

/// Offers all packets, changes the chain midway, and returns what arrived, when.
fn run(
    pipe: &mut TimedPipe,
    offers: &[Offer],
    later: &[LinkParameters],
) -> Vec<(Time, u64, Packet)> {
    let (mut now, mut arrived) = (Time::from_millis(1), Vec::new());
    for (number, offer) in offers.iter().enumerate() {
        now += Duration::from_micros(offer.0 * 500);
        if number == offers.len() / 2 {
            pipe.pipe_mut().reconfigure(later);
        }
        pipe.offer(now, packet(number as u64, now, *offer));
        arrived.extend(std::iter::from_fn(|| pipe.poll(now)));
    }
    arrived.extend(std::iter::from_fn(|| pipe.poll(Time::from_secs(1_000_000))));
    arrived
}

/// What the ledger holds. Of two faults at one instant either may be written first.
fn entries(pipe: &TimedPipe) -> Vec<String> {
    let mut entries: Vec<_> =
        pipe.ledger().faults().iter().map(|fault| format!("{fault:?}")).collect();
    entries.sort_unstable();
    entries
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_script_of_the_ledger_makes_the_same_deliveries(
        chain in any_chain(),
        later in any_chain(),
        offers in any_offers(),
        seed: u64,
    ) {
        let mut first = drawn(&chain, seed);
        let arrived = run(&mut first, &offers, &later);
        let mut again = scripted(&chain, first.ledger().faults());
        again.pipe_mut().expect(&later);
        prop_assert_eq!(run(&mut again, &offers, &later), arrived);
        prop_assert_eq!(entries(&again), entries(&first));
        prop_assert_eq!(again.pipe().counters(), first.pipe().counters());
    }

    #[test]
    fn every_packet_arrives_or_is_counted_as_lost(
        chain in any_chain(),
        later in any_chain(),
        offers in any_offers(),
        seed: u64,
    ) {
        let mut pipe = drawn(&chain, seed);
        let arrived = run(&mut pipe, &offers, &later);
        let counters = *pipe.pipe().counters();
        prop_assert_eq!(counters.arrived, arrived.len() as u64);
        prop_assert_eq!(counters.offered + counters.duplicated, counters.arrived + counters.lost());
        prop_assert_eq!(pipe.pipe().waiting(), 0);
        prop_assert!(arrived.iter().all(|(at, _, packet)| *at >= packet.sent));
        prop_assert!(arrived.iter().map(|(at, _, _)| at).is_sorted());
    }

    #[test]
    fn a_part_of_the_faults_makes_a_run_of_those_faults(
        chain in any_chain(),
        offers in any_offers(),
        seed: u64,
        every in 2..5_usize,
    ) {
        let mut first = drawn(&chain, seed);
        run(&mut first, &offers, &chain);
        let part: Vec<Fault> = first.ledger().faults().iter().step_by(every).cloned().collect();
        let mut again = scripted(&chain, &part);
        run(&mut again, &offers, &chain);
        let committed = again.ledger().faults();
        prop_assert!(committed.iter().all(|fault| part.contains(fault)));
    }

    #[test]
    fn chains_and_ledgers_are_read_as_they_are_written(
        chain in any_chain(),
        offers in any_offers(),
        seed: u64,
    ) {
        let text = serde_json::to_string(&chain).expect("JSON");
        let read: Vec<LinkParameters> = serde_json::from_str(&text).expect("a chain");
        prop_assert_eq!(&read, &chain);
        let mut pipe = drawn(&chain, seed);
        run(&mut pipe, &offers, &chain);
        for fault in pipe.ledger().faults() {
            let text = fault.to_string();
            prop_assert_eq!(text.parse::<Fault>().expect("a fault"), fault.clone());
        }
    }

    #[test]
    fn the_other_half_after_a_copy_is_the_same(
        chain in any_chain(),
        offers in any_offers(),
        seed: u64,
    ) {
        let half = offers.len() / 2;
        let mut whole = drawn(&chain, seed);
        run(&mut whole, &offers[..half], &chain);
        let mut copy = whole.clone();
        prop_assert_eq!(
            run(&mut copy, &offers[half..], &chain),
            run(&mut whole, &offers[half..], &chain)
        );
    }
}
