//! Counting frames, against a plain list.

use std::collections::BTreeSet;
use std::time::Duration;

use proptest::collection::vec;
use proptest::prelude::*;
use roomrtc_media::measurement::{FrameSequence, LatencyHistogram};

/// Lost and repeated of a list of numbers, as their definition says.
fn by_definition(numbers: &[u32]) -> (u64, u64) {
    let (Some(&first), Some(&highest)) = (numbers.first(), numbers.iter().max()) else {
        return (0, 0);
    };
    let distinct: BTreeSet<u32> = numbers.iter().copied().collect();
    let lost = u64::from(highest - first) + 1 - distinct.len() as u64;
    (lost, (numbers.len() - distinct.len()) as u64)
}

proptest! {
    #[test]
    fn lost_and_repeated_are_those_of_the_whole_list(rest in vec(100_u32..200, 0..150)) {
        let numbers = [vec![100], rest].concat();
        let mut sequence = FrameSequence::default();
        numbers.iter().for_each(|number| sequence.note(*number));
        prop_assert_eq!((sequence.lost, sequence.repeated), by_definition(&numbers));
    }

    #[test]
    fn any_numbers_are_counted(numbers in vec(any::<u32>(), 0..50)) {
        let mut sequence = FrameSequence::default();
        numbers.iter().for_each(|number| sequence.note(*number));
        prop_assert!(sequence.repeated <= numbers.len() as u64);
    }

    #[test]
    fn percentiles_are_within_a_step_of_the_sorted_list(
        mut micros in vec(0_u64..100_000_000, 1..200),
        percent in 1_u64..=100,
    ) {
        let mut histogram = LatencyHistogram::new();
        micros.iter().for_each(|micros| histogram.note(Duration::from_micros(*micros)));
        micros.sort_unstable();
        let exact = micros[(micros.len() * percent as usize).div_ceil(100) - 1];
        let told = histogram.percentile(percent).expect("not empty").as_micros() as u64;
        prop_assert!(told >= exact && told <= exact + exact / 100 + 1, "{told} for {exact}");
    }
}
