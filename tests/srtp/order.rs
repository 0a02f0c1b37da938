//! Loss, reordering, duplication, and sequence numbers that start over.

use proptest::collection::vec;
use proptest::prelude::*;
use roomrtc_core::srtp::UnprotectError;

use super::packets::{numbered, profiles};
use super::pair::Pair;

/// How far a packet may fall behind and still be told from a replay.
const WINDOW: u64 = 960;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Every packet has a lag, by which it comes later, and may be lost or come again.
    #[test]
    fn whatever_the_network_does_each_packet_is_accepted_once(
        profile in profiles(),
        first in 0_u64..0x8000,
        fates in vec((0_u64..WINDOW / 2, any::<bool>(), 0_u64..WINDOW), 1..600),
    ) {
        let mut pair = Pair::new(profile);
        let mut arrivals: Vec<(u64, u64, Vec<u8>)> = Vec::new();
        for (number, (lag, is_lost, again)) in (first..).zip(&fates) {
            let packet = pair.protect(&numbered(7, number));
            if !is_lost {
                arrivals.push((number + lag, number, packet.clone()));
                arrivals.push((number + lag + again, number, packet));
            }
        }
        arrivals.sort();
        let mut seen = std::collections::BTreeSet::new();
        for (_, number, mut packet) in arrivals {
            if seen.insert(number) {
                prop_assert_eq!(pair.receiver.unprotect_rtp(&mut packet), Ok(()));
                prop_assert_eq!(packet, numbered(7, number));
            } else {
                let again = pair.receiver.unprotect_rtp(&mut packet);
                prop_assert_eq!(again, Err(UnprotectError::Replayed));
            }
        }
    }

    /// Gaps of up to 2^15 - 1 packets, over many times 2^16, in several sources at once.
    #[test]
    fn the_roll_over_counter_survives_loss(
        profile in profiles(),
        first in 0_u64..0x8000,
        gaps in vec((0_u32..3, prop_oneof![1_u64..4, 1_u64..0x8000]), 1..300),
    ) {
        let mut pair = Pair::new(profile);
        let mut numbers = [first; 3];
        for (source, gap) in gaps {
            let number = &mut numbers[source as usize];
            // The sender protects now and then what the network then loses.
            for lost in (*number..*number + gap).step_by(0x3000) {
                if lost > *number {
                    pair.protect(&numbered(source, lost));
                }
            }
            *number += gap;
            let mut packet = pair.protect(&numbered(source, *number));
            prop_assert_eq!(pair.receiver.unprotect_rtp(&mut packet), Ok(()));
            prop_assert_eq!(packet, numbered(source, *number));
        }
    }

    /// Around the point where sequence numbers start over, packets come in any order.
    #[test]
    fn reordering_across_the_wrap_is_harmless(
        profile in profiles(),
        order in Just((0x1_fff0_u64..0x2_0010).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let mut pair = Pair::new(profile);
        for number in [0x7000_u64, 0xe000, 0x1_5000, 0x1_c000] {
            let mut packet = pair.protect(&numbered(7, number));
            prop_assert_eq!(pair.receiver.unprotect_rtp(&mut packet), Ok(()));
        }
        let mut packets: Vec<_> =
            (0x1_fff0..0x2_0010).map(|number| pair.protect(&numbered(7, number))).collect();
        for number in order {
            let packet = &mut packets[(number - 0x1_fff0) as usize];
            prop_assert_eq!(pair.receiver.unprotect_rtp(packet), Ok(()));
            prop_assert_eq!(&packet[..], &numbered(7, number)[..]);
        }
    }

    #[test]
    fn control_packets_are_accepted_once_in_any_order(
        profile in profiles(),
        order in Just((0..60_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let mut pair = Pair::new(profile);
        let plain = |ssrc: usize| vec![0x80, 201, 0, 1, 0, 0, 0, ssrc as u8];
        let packets: Vec<_> = (0..60)
            .map(|number| {
                let mut packet = plain(number % 3);
                pair.sender.protect_rtcp(&mut packet, 0).expect("a packet");
                packet
            })
            .collect();
        for number in order {
            let mut packet = packets[number].clone();
            prop_assert_eq!(pair.receiver.unprotect_rtcp(&mut packet), Ok(()));
            prop_assert_eq!(packet, plain(number % 3));
            let again = pair.receiver.unprotect_rtcp(&mut packets[number].clone());
            prop_assert_eq!(again, Err(UnprotectError::Replayed));
        }
    }
}
