//! What is protected comes out as it went in.

use proptest::prelude::*;
use roomrtc_core::crypto::{default_provider, rust_crypto};

use super::packets::{profiles, rtcp_packets, rtp_packets};
use super::pair::Pair;

proptest! {
    #[test]
    fn any_rtp_packet_comes_back(
        profile in profiles(),
        plain in rtp_packets(),
        before in proptest::collection::vec(any::<u8>(), 0..40),
    ) {
        let mut pair = Pair::new(profile);
        let mut buffer = [&before[..], &plain].concat();
        prop_assert_eq!(pair.sender.protect_rtp(&mut buffer, before.len()), Ok(()));
        prop_assert_eq!(&buffer[..before.len()], &before[..]);
        let mut packet = buffer.split_off(before.len());
        prop_assert_eq!(packet.len(), plain.len() + profile.rtp_overhead());
        prop_assert_eq!(pair.receiver.unprotect_rtp(&mut packet), Ok(()));
        prop_assert_eq!(packet, plain);
    }

    #[test]
    fn any_rtcp_packet_comes_back(
        profile in profiles(),
        plains in proptest::collection::vec(rtcp_packets(), 1..5),
        before in proptest::collection::vec(any::<u8>(), 0..40),
    ) {
        let mut pair = Pair::new(profile);
        for plain in plains {
            let mut buffer = [&before[..], &plain].concat();
            prop_assert_eq!(pair.sender.protect_rtcp(&mut buffer, before.len()), Ok(()));
            prop_assert_eq!(&buffer[..before.len()], &before[..]);
            let mut packet = buffer.split_off(before.len());
            prop_assert_eq!(packet.len(), plain.len() + profile.rtcp_overhead());
            prop_assert_eq!(pair.receiver.unprotect_rtcp(&mut packet), Ok(()));
            prop_assert_eq!(packet, plain);
        }
    }

    #[test]
    fn every_provider_gives_the_same_packet(
        profile in profiles(),
        plain in rtp_packets(),
        control in rtcp_packets(),
    ) {
        let (fast, reference) = (default_provider(), rust_crypto::PROVIDER);
        let mut one = Pair::with_providers(profile, fast, reference);
        let mut other = Pair::with_providers(profile, reference, fast);
        let mut protected = one.protect(&plain);
        prop_assert_eq!(&protected, &other.protect(&plain));
        prop_assert_eq!(one.receiver.unprotect_rtp(&mut protected.clone()), Ok(()));
        prop_assert_eq!(other.receiver.unprotect_rtp(&mut protected), Ok(()));
        let (mut a, mut b) = (control.clone(), control);
        prop_assert_eq!(one.sender.protect_rtcp(&mut a, 0), Ok(()));
        prop_assert_eq!(other.sender.protect_rtcp(&mut b, 0), Ok(()));
        prop_assert_eq!(a, b);
    }

    #[test]
    fn payloads_do_not_show(profile in profiles(), plain in rtp_packets()) {
        prop_assume!(plain.len() > 200);
        let protected = Pair::new(profile).protect(&plain);
        let tail = &plain[plain.len() - 32..];
        prop_assert!(!protected.windows(32).any(|window| window == tail));
    }
}
