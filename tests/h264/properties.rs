//! What goes in comes out, and nothing else does.

use proptest::prelude::*;
use roomrtc_core::codec::h264::{
    AccessUnit, Depacketizer, NalUnits, PacketizationMode, Packetizer, ParameterSets,
    PayloadSummary, ProfileLevelId,
};

/// A NAL unit without start codes in it and without zeros at its end, as encoders write them.
fn unit(longest: usize) -> impl Strategy<Value = Vec<u8>> {
    let header = prop_oneof![Just(0x41_u8), Just(0x65), Just(0x67), Just(0x68), Just(0x06)];
    let content = prop::collection::vec(prop_oneof![3 => any::<u8>(), 1 => Just(0)], 0..longest);
    (header, content).prop_map(|(header, content)| {
        let mut unit = vec![header];
        for byte in content {
            let follows_two_zeros = unit.ends_with(&[0, 0]);
            unit.push(if follows_two_zeros && byte < 4 { 3 } else { byte });
        }
        unit.push(0x80);
        unit
    })
}

fn stream(units: &[Vec<u8>], short_codes: &[bool]) -> Vec<u8> {
    let mut stream = Vec::new();
    for (unit, is_short) in units.iter().zip(short_codes.iter().chain(std::iter::repeat(&false))) {
        stream.extend_from_slice(if *is_short { &[0, 0, 1] } else { &[0, 0, 0, 1] });
        stream.extend_from_slice(unit);
    }
    stream
}

/// The payloads of an access unit, each with whether it is the last.
fn payloads(mode: PacketizationMode, most: usize, stream: &[u8]) -> Vec<(Vec<u8>, bool)> {
    let mut access_unit = AccessUnit::new();
    access_unit.fill(stream, &mut ParameterSets::default());
    let mut packetizer = Packetizer::new(mode, most);
    if packetizer.check(&access_unit).is_err() {
        return Vec::new();
    }
    std::iter::from_fn(|| {
        let mut payload = Vec::new();
        let is_last = packetizer.next_payload(&access_unit, &mut payload)?;
        Some((payload, is_last))
    })
    .collect()
}

fn depacketize(payloads: &[(Vec<u8>, bool)]) -> Vec<u8> {
    let mut depacketizer = Depacketizer::new();
    let mut output = Vec::new();
    for (payload, _) in payloads {
        depacketizer.push(payload, &mut output).expect("a sound payload");
    }
    depacketizer.finish(&mut output).expect("no unfinished unit");
    output
}

proptest! {
    #[test]
    fn units_are_found_as_they_were_put(
        units in prop::collection::vec(unit(300), 0..8),
        short_codes in prop::collection::vec(any::<bool>(), 8),
        zeros in 0..4_usize,
    ) {
        let mut stream = stream(&units, &short_codes);
        stream.resize(stream.len() + zeros, 0);
        let found: Vec<_> = NalUnits::new(&stream).collect();
        prop_assert_eq!(found, units);
    }

    #[test]
    fn what_is_packetized_comes_back(
        units in prop::collection::vec(unit(5_000), 1..8),
        most in 64..2_000_usize,
    ) {
        let stream = stream(&units, &[]);
        let payloads = payloads(PacketizationMode::NonInterleaved, most, &stream);
        prop_assert!(payloads.iter().all(|(payload, _)| payload.len() <= most));
        let marks: Vec<bool> = payloads.iter().map(|(_, is_last)| *is_last).collect();
        prop_assert!(marks.iter().rposition(|mark| *mark) == marks.iter().position(|mark| *mark));
        prop_assert_eq!(marks.last(), Some(&true));
        prop_assert_eq!(depacketize(&payloads), stream);
    }

    #[test]
    fn fragments_have_one_size_but_the_last(unit in unit(20_000), most in 64..1_500_usize) {
        prop_assume!(unit.len() > most);
        let stream = stream(std::slice::from_ref(&unit), &[]);
        let payloads = payloads(PacketizationMode::NonInterleaved, most, &stream);
        let sizes: Vec<usize> = payloads.iter().map(|(payload, _)| payload.len()).collect();
        let (last, others) = sizes.split_last().expect("fragments");
        prop_assert!(others.iter().all(|size| size == &sizes[0]) && *last <= sizes[0]);
        // No more of them than there must be.
        prop_assert_eq!(sizes.len(), (unit.len() - 1).div_ceil(most - 2));
    }

    #[test]
    fn mode_0_sends_each_unit_alone(units in prop::collection::vec(unit(500), 1..8)) {
        let payloads = payloads(PacketizationMode::SingleNalUnit, 600, &stream(&units, &[]));
        let sent: Vec<Vec<u8>> = payloads.into_iter().map(|(payload, _)| payload).collect();
        prop_assert_eq!(sent, units);
    }

    #[test]
    fn any_payloads_are_read_or_refused(
        payloads in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..60), 0..20),
    ) {
        let mut depacketizer = Depacketizer::new();
        let mut output = Vec::new();
        let mut sets = ParameterSets::default();
        let size: usize = payloads.iter().map(Vec::len).sum();
        for payload in &payloads {
            let _ = PayloadSummary::of(payload);
            sets.remember_payload(payload);
            let _ = depacketizer.push(payload, &mut output);
            // A payload gains a start code; a unit of an aggregate takes three bytes and becomes five.
            prop_assert!(output.len() <= 2 * size + 4 * payloads.len());
        }
        let _ = depacketizer.finish(&mut output);
    }

    #[test]
    fn any_stream_is_taken_apart(bytes in prop::collection::vec(0..4_u8, 0..300)) {
        let size: usize = NalUnits::new(&bytes).map(<[u8]>::len).sum();
        prop_assert!(size <= bytes.len());
        let all = payloads(PacketizationMode::NonInterleaved, 64, &bytes);
        prop_assert!(all.iter().all(|(payload, _)| payload.len() <= 64));
    }

    #[test]
    fn a_lost_fragment_costs_its_unit_alone(
        units in prop::collection::vec(unit(800), 3..6),
        lost in any::<prop::sample::Index>(),
    ) {
        let mut payloads = payloads(PacketizationMode::NonInterleaved, 100, &stream(&units, &[]));
        payloads.remove(lost.index(payloads.len()));
        let mut depacketizer = Depacketizer::new();
        let mut output = Vec::new();
        for (payload, _) in &payloads {
            let _ = depacketizer.push(payload, &mut output);
        }
        let _ = depacketizer.finish(&mut output);
        let whole = |found: &&[u8]| units.iter().any(|unit| unit == found);
        let found: Vec<_> = NalUnits::new(&output).collect();
        // The gap inside a unit goes unseen here: sequence numbers tell of it, not payloads.
        let damaged = found.iter().filter(|found| !whole(found)).count();
        prop_assert!(damaged <= 1, "{} damaged units", damaged);
    }

    #[test]
    fn identifiers_of_profile_and_level_survive(bytes in any::<[u8; 3]>()) {
        if let Ok(id) = ProfileLevelId::from_bytes(bytes) {
            let back: ProfileLevelId = id.to_string().parse().expect("what was written");
            prop_assert_eq!(back, id);
            let same = id.with_level(id.level());
            prop_assert_eq!((same.profile(), same.level()), (id.profile(), id.level()));
        }
    }
}
