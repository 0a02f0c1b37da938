//! Bytes that nobody protected.

use proptest::collection::vec;
use proptest::prelude::*;

use super::packets::{profiles, rtcp_packets, rtp_packets};
use super::pair::Pair;

proptest! {
    #[test]
    fn arbitrary_bytes_are_refused(profile in profiles(), mut bytes in vec(any::<u8>(), 0..200)) {
        let mut receiver = Pair::new(profile).receiver;
        prop_assert!(receiver.unprotect_rtp(&mut bytes.clone()).is_err());
        prop_assert!(receiver.unprotect_rtcp(&mut bytes.clone()).is_err());
        // As much again of what looks like a packet.
        if let Some(first) = bytes.first_mut() {
            *first = 0x80 | (*first & 0x3f);
        }
        prop_assert!(receiver.unprotect_rtp(&mut bytes.clone()).is_err());
        prop_assert!(receiver.unprotect_rtcp(&mut bytes).is_err());
    }

    #[test]
    fn a_flipped_bit_is_refused_and_does_no_harm(
        profile in profiles(),
        plain in rtp_packets(),
        place in any::<proptest::sample::Index>(),
    ) {
        let mut pair = Pair::new(profile);
        let mut packet = pair.protect(&plain);
        let bit = place.index(packet.len() * 8);
        let mut flipped = packet.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        prop_assert!(pair.receiver.unprotect_rtp(&mut flipped).is_err());
        prop_assert_eq!(pair.receiver.unprotect_rtp(&mut packet), Ok(()));
        prop_assert_eq!(packet, plain);
    }

    #[test]
    fn a_flipped_bit_of_a_control_packet_is_refused_and_does_no_harm(
        profile in profiles(),
        plain in rtcp_packets(),
        place in any::<proptest::sample::Index>(),
    ) {
        let mut pair = Pair::new(profile);
        let mut packet = plain.clone();
        prop_assert_eq!(pair.sender.protect_rtcp(&mut packet, 0), Ok(()));
        let bit = place.index(packet.len() * 8);
        let mut flipped = packet.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        prop_assert!(pair.receiver.unprotect_rtcp(&mut flipped).is_err());
        prop_assert_eq!(pair.receiver.unprotect_rtcp(&mut packet), Ok(()));
        prop_assert_eq!(packet, plain);
    }

    #[test]
    fn a_packet_cut_short_or_made_longer_is_refused(
        profile in profiles(),
        plain in rtp_packets(),
        control in rtcp_packets(),
        place in any::<proptest::sample::Index>(),
    ) {
        let mut pair = Pair::new(profile);
        let packet = pair.protect(&plain);
        let mut short = packet[..place.index(packet.len())].to_vec();
        prop_assert!(pair.receiver.unprotect_rtp(&mut short).is_err());
        prop_assert!(pair.receiver.unprotect_rtp(&mut [&packet[..], &[0]].concat()).is_err());
        let mut packet = control;
        prop_assert_eq!(pair.sender.protect_rtcp(&mut packet, 0), Ok(()));
        let mut short = packet[..place.index(packet.len())].to_vec();
        prop_assert!(pair.receiver.unprotect_rtcp(&mut short).is_err());
        prop_assert!(pair.receiver.unprotect_rtcp(&mut [&packet[..], &[0]].concat()).is_err());
    }

    #[test]
    fn keys_of_another_profile_do_not_open(
        profile in profiles(),
        other in profiles(),
        plain in rtp_packets(),
    ) {
        prop_assume!(profile != other);
        let mut packet = Pair::new(profile).protect(&plain);
        prop_assert!(Pair::new(other).receiver.unprotect_rtp(&mut packet).is_err());
    }
}
