//! Streams over paths that lose, double and delay.

use proptest::prelude::*;
use roomrtc_core::codec::h264::PacketizationMode;

use super::network::Network;
use super::pair::MEDIA;
use super::repair_mode::RepairMode;
use super::stream::Stream;

/// What is bad about a path: packets of 1,000 lost and doubled, jitter in microseconds.
fn run(seed: u64, mode: PacketizationMode, path: (u64, u64, u64), repair: RepairMode) -> Stream {
    let network = Network::new(seed, path.0, path.1, path.2);
    let mut stream = Stream::with_repair(seed, mode, network, repair);
    stream.run(4_000);
    // The path heals: then the stream must, too.
    (stream.forward.loss, stream.forward.jitter) = (0, 1_000);
    stream.run(3_000);
    stream
}

fn mode() -> impl Strategy<Value = PacketizationMode> {
    prop_oneof![Just(PacketizationMode::NonInterleaved), Just(PacketizationMode::SingleNalUnit)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_delivered_was_sent_and_the_stream_recovers(
        seed in any::<u64>(),
        mode in mode(),
        loss in 0..300_u64,
        doubling in 0..300_u64,
        jitter in 0..60_000_u64,
        repair in RepairMode::any(),
    ) {
        let stream = run(seed, mode, (loss, doubling, jitter), repair);
        let late: Vec<_> = stream.delivered.iter().rev().take(30).rev().collect();
        let sent = stream.frames_sent();
        prop_assert_eq!(late.len(), 30, "hardly anything was delivered");
        // One second of whole frames at the end, the last of them a moment ago.
        prop_assert!(late.windows(2).all(|pair| *pair[0] + 1 == *pair[1]), "{:?}", late);
        // Repairs have taught the playout a delay, of half a second at most.
        let behind = if repair == RepairMode::None { 4 } else { 18 };
        prop_assert!(*late[29] + behind > sent, "{} of {}", late[29], sent);
        let statistics = stream.pair.bob.receiver_statistics(MEDIA).expect("statistics");
        prop_assert!(statistics.packets_held < 2_048 && statistics.bytes_held <= 3 << 20);
    }

    #[test]
    fn delay_and_doubling_alone_lose_nothing(
        seed in any::<u64>(),
        mode in mode(),
        doubling in 0..300_u64,
        jitter in 0..35_000_u64,
        repair in RepairMode::any(),
    ) {
        let stream = run(seed, mode, (0, doubling, jitter), repair);
        let last = *stream.delivered.last().expect("frames");
        let expected: Vec<u32> = (0..=last).collect();
        prop_assert_eq!(&stream.delivered, &expected);
        prop_assert!(last + 4 > stream.frames_sent());
        let statistics = stream.pair.bob.receiver_statistics(MEDIA).expect("statistics");
        prop_assert_eq!(statistics.picture_loss_indications_sent, 0);
    }
}
