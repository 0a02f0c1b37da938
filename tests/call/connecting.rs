//! A call connects whatever happens to one datagram of its handshakes.

use std::time::Duration;

use roomrtc_core::session::Event;

use super::fate::Fate;
use super::pair::Pair;

/// How many datagrams each side sends until both are connected on a clean path.
fn handshake_datagrams(seed: u64) -> [usize; 2] {
    let mut pair = Pair::new(seed);
    pair.start();
    pair.connect(5);
    pair.sent
}

/// Connects with `fate` for each datagram of each side in turn.
fn each_in_turn(seed: u64, fate: Fate) {
    let sent = handshake_datagrams(seed);
    assert!(sent.iter().all(|count| *count >= 4), "{sent:?}");
    for (side, count) in sent.into_iter().enumerate() {
        for ordinal in 0..count {
            let mut pair = Pair::new(seed);
            pair.rule =
                Box::new(
                    move |sender, number, _| {
                        if (sender, number) == (side, ordinal) { fate } else { Fate::Arrive }
                    },
                );
            pair.start();
            pair.connect(10);
            assert!(!pair.saw(0, &Event::ClosedByPeer) && !pair.saw(1, &Event::ClosedByPeer));
        }
    }
}

#[test]
fn a_clean_path_connects_within_a_few_round_trips() {
    let mut pair = Pair::new(1);
    pair.start();
    pair.connect(5);
    assert!(pair.now.as_millis() <= 140, "{:?} with 20 ms a round trip", pair.now);
}

#[test]
fn each_datagram_lost() {
    each_in_turn(1, Fate::Lost);
}

#[test]
fn each_datagram_twice() {
    each_in_turn(2, Fate::Twice);
}

#[test]
fn each_datagram_late() {
    each_in_turn(3, Fate::Late(Duration::from_millis(15)));
}

#[test]
fn each_datagram_very_late() {
    each_in_turn(4, Fate::Late(Duration::from_millis(700)));
}

#[test]
fn the_same_seed_sends_the_same_bytes() {
    let transcript = || {
        let bytes = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
        let log = bytes.clone();
        let mut pair = Pair::new(9);
        pair.rule = Box::new(move |side, ordinal, payload| {
            log.borrow_mut().push((side, ordinal, payload.to_vec()));
            Fate::Arrive
        });
        pair.start();
        pair.connect(5);
        bytes.take()
    };
    assert_eq!(transcript(), transcript());
}
