//! Datagrams lost, repeated and delayed: the handshake always completes.

use roomrtc_core::dtls::Config;

use super::pair::Pair;

/// Datagrams that a handshake without loss takes.
fn count(change: impl Fn(&mut Config)) -> usize {
    Pair::connected(change).sent
}

fn shapes() -> [fn(&mut Config); 4] {
    [
        |_| {},
        |config| config.mtu = 256,
        |config| config.cookie_exchange = true,
        |config| {
            config.cookie_exchange = true;
            config.mtu = 300;
        },
    ]
}

#[test]
fn each_datagram_lost_in_turn() {
    for change in shapes() {
        for lost in 0..count(change) {
            let mut pair = Pair::new(1, change);
            pair.run(|index, _, _| if index == lost { vec![] } else { vec![0] });
            pair.assert_connected();
            assert!(pair.now.as_millis() < 500, "datagram {lost}: {:?}", pair.now);
        }
    }
}

#[test]
fn every_two_datagrams_lost() {
    for change in shapes() {
        let count = count(change) + 4;
        for first in 0..count {
            for second in first + 1..count {
                let mut pair = Pair::new(1, change);
                let lost = [first, second];
                pair.run(|index, _, _| if lost.contains(&index) { vec![] } else { vec![0] });
                pair.assert_connected();
            }
        }
    }
}

#[test]
fn each_datagram_repeated_at_once_or_later() {
    for change in shapes() {
        for repeated in 0..count(change) {
            for late in [0, 5, 60, 400] {
                let mut pair = Pair::new(1, change);
                pair.run(|index, _, _| if index == repeated { vec![0, late] } else { vec![0] });
                pair.assert_connected();
            }
        }
    }
}

#[test]
fn each_datagram_overtaken_by_others() {
    for change in shapes() {
        for delayed in 0..count(change) {
            for late in [1, 30, 70, 200] {
                let mut pair = Pair::new(1, change);
                pair.run(|index, _, _| if index == delayed { vec![late] } else { vec![0] });
                pair.assert_connected();
            }
        }
    }
}

#[test]
fn flights_that_arrive_backwards() {
    for change in shapes() {
        let mut pair = Pair::new(1, change);
        pair.run(|index, _, _| vec![(20 - index as u64 % 20) * 2]);
        pair.assert_connected();
    }
}

#[test]
fn everything_repeated_does_not_multiply() {
    for change in shapes() {
        let mut pair = Pair::new(1, change);
        pair.run(|_, _, _| vec![0, 1, 2]);
        pair.assert_connected();
        assert_eq!(pair.sent, count(change));
    }
}

#[test]
fn a_long_silence_is_overcome() {
    let mut pair = Pair::new(1, |_| {});
    pair.run(|index, _, _| if index < 8 { vec![] } else { vec![0] });
    pair.assert_connected();
    // 80 ms, doubled eight times: the first that gets through is sent after 20.4 s.
    assert_eq!(pair.now.as_millis(), 80 * 255 + 80);
}
