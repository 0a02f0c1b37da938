//! Tests of pipes.

use super::fixtures::{drain, feed, numbers, packet, pipe, run, scripted};
use super::*;
use crate::quantity::{BitRate, Share, Size, Span};

use roomrtc_core::base::Time;

fn faults(pipe: &TimedPipe) -> Vec<String> {
    pipe.ledger().faults().iter().map(ToString::to_string).collect()
}

#[test]
fn an_empty_pipe_is_a_wire() {
    assert_eq!(run(pipe(&[]), 2, 100), [(1_000, 1), (2_000, 2)]);
}

#[test]
fn a_constant_delay_is_constant() {
    assert_eq!(run(pipe(&[Delay::millis(20).into()]), 2, 100), [(21_000, 1), (22_000, 2)]);
}

#[test]
fn losses_are_in_the_ledger() {
    let mut pipe = pipe(&[Loss::percent(20).into()]);
    feed(&mut pipe, 1..1_001, 100);
    let arrived = drain(&mut pipe).len() as u64;
    let counters = *pipe.pipe().counters();
    assert_eq!((counters.offered, counters.arrived), (1_000, arrived));
    assert_eq!(counters.dropped, 1_000 - arrived);
    assert_eq!(faults(&pipe).len() as u64, counters.dropped);
    assert!((150..250).contains(&counters.dropped), "{}", counters.dropped);
}

#[test]
fn a_bottleneck_spaces_packets_and_drops_exactly_what_finds_no_room() {
    // A packet of 1,250 bytes takes 10 ms; one comes every millisecond.
    let rate = BitRate::megabits(1);
    let by_bytes = QueueLimit::Bytes(Size::bytes(3_750));
    let arrivals = run(pipe(&[RateLimit::new(rate, by_bytes).into()]), 20, 1_250);
    let expected = [(11_000, 1), (21_000, 2), (31_000, 3), (41_000, 11)];
    assert_eq!(arrivals, expected);
    // As many may wait as make the next one wait for up to 18 ms.
    let by_time = RateLimit::new(rate, QueueLimit::millis(18));
    let arrivals = run(pipe(&[by_time.into()]), 13, 1_250);
    assert_eq!(numbers(&arrivals), [1, 2, 3, 13]);
}

#[test]
fn a_queue_reports_its_length() {
    let limit = RateLimit::new(BitRate::megabits(1), QueueLimit::millis(1_000));
    let mut pipe = pipe(&[limit.into()]);
    feed(&mut pipe, 1..6, 1_250);
    let depth = |pipe: &TimedPipe, millis| pipe.pipe().queue(Time::from_millis(millis));
    assert_eq!(depth(&pipe, 5), QueueDepth { bytes: 6_250, wait: Span::millis(46) });
    assert_eq!(depth(&pipe, 11), QueueDepth { bytes: 5_000, wait: Span::millis(40) });
    assert_eq!(depth(&pipe, 51), QueueDepth::default());
}

#[test]
fn long_waits_are_marked() {
    let limit = RateLimit::new(BitRate::megabits(1), QueueLimit::millis(1_000));
    let limit = RateLimit { mark_from: Some(Span::millis(20)), ..limit };
    let mut pipe = pipe(&[limit.into()]);
    feed(&mut pipe, 1..6, 1_250);
    let marks = std::iter::from_fn(|| pipe.poll(Time::FAR_FUTURE));
    let marks: Vec<bool> = marks.map(|(_, _, packet)| packet.ecn == 0b11).collect();
    assert_eq!(marks, [false, false, false, true, true]);
    assert_eq!(pipe.pipe().counters().marked, 2);
}

#[test]
fn jitter_keeps_order_or_does_not() {
    let in_order = numbers(&run(pipe(&[Jitter::in_order(Span::millis(30)).into()]), 500, 100));
    assert!(in_order.is_sorted() && in_order.len() == 500);
    let jitter = Jitter::out_of_order(Span::millis(30));
    let mut out_of_order = numbers(&run(pipe(&[jitter.into()]), 500, 100));
    assert!(!out_of_order.is_sorted());
    out_of_order.sort_unstable();
    assert_eq!(out_of_order, in_order);
}

#[test]
fn a_queue_behind_jitter_sees_the_true_order() {
    let chain = [
        Jitter::out_of_order(Span::millis(30)).into(),
        RateLimit::new(BitRate::megabits(100), QueueLimit::millis(1_000)).into(),
    ];
    let arrivals = run(pipe(&chain), 500, 100);
    assert!(arrivals.iter().map(|(at, _)| at).is_sorted());
    assert!(arrivals.iter().all(|(at, number)| *at >= number * 1_000 + 8));
    let fast = arrivals.iter().filter(|(at, number)| *at < number * 1_000 + 5_000).count();
    assert!(fast > 40, "only {fast} packets were not held up by later ones");
}

#[test]
fn packets_are_held_back_until_others_have_passed() {
    let reorder = Reorder { by: Span::millis(50), ..Reorder::by_packets(Share::NONE, 3) };
    let faults = ["up 2 reorder: held back by 3 packets at most 50 ms"];
    let pipe = || scripted(&[reorder.clone().into()], &faults);
    assert_eq!(numbers(&run(pipe(), 7, 100)), [1, 3, 4, 5, 2, 6, 7]);
    // Too few come: it goes on in the end.
    assert_eq!(run(pipe(), 3, 100), [(1_000, 1), (3_000, 3), (52_000, 2)]);
}

#[test]
fn reordering_by_packets_and_by_time_loses_nothing() {
    for reorder in [
        Reorder::by_packets(Share::percent(10), 3),
        Reorder::by_time(Share::percent(10), Span::millis(5)),
    ] {
        let mut arrived = numbers(&run(pipe(&[reorder.into()]), 500, 100));
        assert!(!arrived.is_sorted());
        arrived.sort_unstable();
        assert!(arrived.into_iter().eq(1..501));
    }
}

#[test]
fn copies_come_behind_their_originals() {
    let duplicate = Duplicate { share: Share::percent(100), late_up_to: Span::ZERO };
    assert_eq!(numbers(&run(pipe(&[duplicate.into()]), 3, 100)), [1, 1, 2, 2, 3, 3]);
    let chain = [Duplicate::percent(100).into(), Duplicate::percent(100).into()];
    let mut pipe = pipe(&chain);
    feed(&mut pipe, 1..2, 100);
    assert_eq!(numbers(&drain(&mut pipe)), [1; 4]);
    let expected = [
        "up 1 duplicate: duplicated late by 0 ns",
        "up 1 duplicate-2: duplicated late by 0 ns",
        "up 1 copy 1 duplicate-2: duplicated late by 0 ns",
    ];
    let mut seen = faults(&pipe);
    seen.sort();
    let mut expected = expected.map(str::to_owned);
    expected.sort();
    assert_eq!(seen, expected);
}

#[test]
fn the_largest_packet_passes_and_one_byte_more_does_not() {
    let chain = [Mtu::bytes(1_200).into()];
    assert_eq!(run(pipe(&chain), 1, 1_200).len(), 1);
    assert_eq!(run(pipe(&chain), 1, 1_201).len(), 0);
}

#[test]
fn chosen_kinds_and_addresses_are_concerned() {
    let to_other = Selection {
        destination: Some("10.0.0.3".parse().expect("an address")),
        ..Selection::default()
    };
    let stage = |only: Selection| LinkParameters::from(Loss::percent(100)).only(only);
    // The packets are RTP to 10.0.0.2.
    assert_eq!(run(pipe(&[stage(Selection::kind(Kinds::DTLS))]), 5, 100).len(), 5);
    assert_eq!(run(pipe(&[stage(Selection::kind(Kinds::RTP))]), 5, 100).len(), 0);
    assert_eq!(run(pipe(&[stage(to_other)]), 5, 100).len(), 5);
    let for_a_time = Selection {
        since: Some(Span::millis(2)),
        until: Some(Span::millis(4)),
        ..Selection::default()
    };
    assert_eq!(numbers(&run(pipe(&[stage(for_a_time)]), 5, 100)), [1, 4, 5]);
}

#[test]
fn the_nth_counts_only_what_it_concerns() {
    let stage = LinkParameters::from(Nth::dropped(2))
        .only(Selection { since: Some(Span::millis(3)), ..Selection::default() });
    assert_eq!(numbers(&run(pipe(&[stage]), 6, 100)), [1, 2, 3, 5, 6]);
}

#[test]
fn a_stage_that_goes_moves_no_other_draws() {
    let loss = || LinkParameters::from(Loss::percent(30));
    let kept = |chain: &[LinkParameters]| numbers(&run(pipe(chain), 300, 100));
    let alone = kept(&[loss()]);
    assert_eq!(kept(&[Delay::millis(3).into(), loss(), Duplicate::percent(0).into()]), alone);
    assert_eq!(kept(&[Jitter::in_order(Span::millis(2)).into(), loss()]), alone);
    let second = || loss().named("second");
    assert_ne!(kept(&[second()]), alone);
    let both: Vec<u64> = kept(&[loss(), second()]);
    assert!(both.iter().all(|number| alone.contains(number)));
}

#[test]
fn other_pipes_and_seeds_draw_otherwise() {
    let chain = [Loss::percent(30).into()];
    let run_as = |name: &str, seed: u64| {
        let seed = roomrtc_core::base::Seed::from_u64(seed);
        let pipe = TimedPipe::new(Pipe::new(name, &chain, &seed), Default::default());
        numbers(&run(pipe, 100, 100))
    };
    assert_eq!(run_as("up", 1), run_as("up", 1));
    assert_ne!(run_as("up", 1), run_as("down", 1));
    assert_ne!(run_as("up", 1), run_as("up", 2));
}

#[test]
fn codel_keeps_a_standing_queue_near_its_target() {
    // Twice as much comes as can go, of which CoDel drops ever more; a queue alone would stand
    // at its limit.
    let rate = BitRate::megabits(5);
    let waits = |model: Model| {
        let arrivals = run(pipe(&[model.into()]), 10_000, 656);
        let waits: Vec<u64> = arrivals.iter().map(|(at, number)| at - number * 1_000).collect();
        waits[waits.len() - 1_000..].iter().sum::<u64>() / 1_000
    };
    let plain = waits(RateLimit::new(rate, QueueLimit::millis(300)).into());
    let controlled = waits(CoDel::new(rate).into());
    assert!(plain > 250_000, "{plain}");
    assert!(controlled < 60_000, "{controlled}");
}

#[test]
fn codel_marks_those_that_allow_it() {
    let codel = CoDel { ecn: true, ..CoDel::new(BitRate::megabits(5)) };
    let mut pipe = pipe(&[codel.into()]);
    feed(&mut pipe, 1..1_001, 656);
    assert_eq!(drain(&mut pipe).len(), 1_000);
    assert!(pipe.pipe().counters().marked > 5);
    assert_eq!(pipe.pipe().counters().lost(), 0);
}

#[test]
fn codel_lets_a_link_that_is_not_full_alone() {
    let mut pipe = pipe(&[CoDel::new(BitRate::megabits(12)).into()]);
    feed(&mut pipe, 1..2_001, 1_250);
    let arrivals = drain(&mut pipe);
    assert_eq!(arrivals.len(), 2_000);
    assert!(arrivals.iter().all(|(at, number)| *at == number * 1_000 + 833));
}

#[test]
fn a_queue_goes_on_at_its_new_rate() {
    let limit = |megabits| RateLimit::new(BitRate::megabits(megabits), QueueLimit::millis(1_000));
    let mut pipe = pipe(&[limit(1).into()]);
    feed(&mut pipe, 1..4, 1_250);
    pipe.pipe_mut().reconfigure(&[limit(10).into()]);
    feed(&mut pipe, 4..6, 1_250);
    let times: Vec<u64> = drain(&mut pipe).iter().map(|(at, _)| *at).collect();
    assert_eq!(times, [11_000, 21_000, 31_000, 32_000, 33_000]);
}

#[test]
fn packets_of_a_stage_that_is_gone_go_on_behind_its_place() {
    let jitter = || LinkParameters::from(Jitter::in_order(Span::millis(30)));
    let codel = CoDel { target: Span::secs(1), ..CoDel::new(BitRate::kilobits(100)) };
    let mut pipe = pipe(&[jitter(), codel.into(), Delay::millis(5).into()]);
    feed(&mut pipe, 1..51, 100);
    pipe.pipe_mut().reconfigure(&[Delay::millis(7).into()]);
    feed(&mut pipe, 51..61, 100);
    let mut arrived = numbers(&drain(&mut pipe));
    arrived.sort_unstable();
    assert!(arrived.into_iter().eq(1..61));
    pipe.pipe_mut().reconfigure(&[]);
    assert_eq!(pipe.pipe().waiting(), 0);
    pipe.offer(Time::from_secs(10), packet(1, 100));
    assert_eq!(drain(&mut pipe), [(10_000_000, 1)]);
}

#[test]
fn a_change_of_chain_keeps_the_draws_of_stages_that_stay() {
    let loss = || LinkParameters::from(Loss::percent(30));
    let unchanged = numbers(&run(pipe(&[loss()]), 200, 100));
    let mut pipe = pipe(&[loss(), Duplicate::percent(0).into()]);
    feed(&mut pipe, 1..101, 100);
    pipe.pipe_mut().reconfigure(&[Delay::millis(1).into(), loss()]);
    feed(&mut pipe, 101..201, 100);
    assert_eq!(numbers(&drain(&mut pipe)), unchanged);
}

#[test]
fn a_script_does_what_the_draws_did() {
    let chain = [
        Loss::percent(5).into(),
        Jitter::in_order(Span::millis(10)).into(),
        RateLimit::new(BitRate::megabits(2), QueueLimit::millis(40)).into(),
        Reorder::by_packets(Share::percent(5), 3).into(),
        Corrupt::percent(5).into(),
        Duplicate { share: Share::percent(5), late_up_to: Span::millis(3) }.into(),
    ];
    let mut drawn = pipe(&chain);
    feed(&mut drawn, 1..501, 300);
    let arrivals = drain(&mut drawn);
    let texts = faults(&drawn);
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let mut again = scripted(&chain, &texts);
    feed(&mut again, 1..501, 300);
    assert_eq!(drain(&mut again), arrivals);
    assert_eq!(again.ledger(), drawn.ledger());
    assert_eq!(run(scripted(&[], &texts[..0]), 9, 300).len(), 9);
}

#[test]
fn faults_of_unknown_stages_are_committed_at_the_entrance() {
    let faults = ["up 2 loss: dropped", "up 3 nth: late by 9 ms", "down 1 loss: dropped"];
    let arrivals = run(scripted(&[Delay::millis(1).into()], &faults), 4, 100);
    assert_eq!(arrivals, [(2_000, 1), (5_000, 4), (13_000, 3)]);
}

#[test]
fn a_pipe_that_is_copied_midway_goes_on_the_same() {
    let chain = [
        Jitter::out_of_order(Span::millis(10)).into(),
        GilbertElliott::mean(Share::percent(5), 3).into(),
        CoDel::new(BitRate::megabits(1)).into(),
    ];
    let mut whole = pipe(&chain);
    feed(&mut whole, 1..101, 300);
    let mut half = whole.clone();
    feed(&mut whole, 101..201, 300);
    feed(&mut half, 101..201, 300);
    assert_eq!(drain(&mut half), drain(&mut whole));
    assert_eq!(half.ledger(), whole.ledger());
}

#[test]
fn what_waits_is_bounded() {
    let mut pipe = pipe(&[Delay::millis(1_000).into()]);
    for number in 0..70_000 {
        pipe.offer(Time::ZERO, packet(number, 100));
    }
    assert_eq!(pipe.refused(), 70_000 - 65_536);
    assert_eq!(drain(&mut pipe).len(), 65_536);
}

#[test]
fn faults_of_a_stage_that_comes_later_wait_for_it() {
    let later = [LinkParameters::from(Loss::percent(0))];
    let mut pipe = scripted(&[Delay::millis(1).into()], &["up 2 loss: dropped"]);
    pipe.pipe_mut().expect(&later);
    let mut without = pipe.clone();
    feed(&mut without, 1..4, 100);
    assert_eq!(numbers(&drain(&mut without)), [1, 2, 3]);
    feed(&mut pipe, 1..2, 100);
    pipe.pipe_mut().reconfigure(&later);
    feed(&mut pipe, 2..4, 100);
    assert_eq!(numbers(&drain(&mut pipe)), [1, 3]);
}

#[test]
fn what_was_done_before_a_stage_that_is_gone_is_not_done_again() {
    let duplicate = || LinkParameters::from(Duplicate::percent(100));
    let nth = LinkParameters::from(Nth::dropped(99));
    let mut pipe = pipe(&[duplicate(), Delay::millis(5).into(), Mtu::bytes(999).into(), nth]);
    feed(&mut pipe, 1..2, 100);
    pipe.pipe_mut().reconfigure(&[duplicate()]);
    assert_eq!(numbers(&drain(&mut pipe)), [1, 1]);
}
