//! What strangers send changes nothing.

use std::time::Duration;

use roomrtc_core::base::Seed;
use roomrtc_core::session::{Datagram, Event, Input};

use super::fate::Fate;
use super::pair::{Pair, address};

#[test]
fn noise_of_every_first_byte_is_dropped_and_counted() {
    let mut pair = Pair::new(31);
    pair.start();
    pair.connect(5);
    let mut random = Seed::from_u64(31).stream("noise");
    let told = pair.events[1].len();
    for round in 0..2_000_u32 {
        let mut payload = vec![0; 1 + random.below(300) as usize];
        random.fill(&mut payload);
        payload[0] = round as u8;
        let remote = address(if round % 3 == 0 { 7 } else { 0 });
        let datagram = Datagram { local: address(1), remote, ecn: 0, payload: &payload };
        pair.peers[1].handle(pair.now, Input::Datagram(datagram)).expect("never errs");
    }
    let end = pair.now + Duration::from_secs(1);
    pair.run(end, |_| false);
    assert_eq!(pair.events[1].len(), told, "{:?}", &pair.events[1][told..]);
    let dropped = pair.peers[1].statistics().dropped;
    for reason in ["unknown_protocol", "unvalidated_path", "srtp_authentication"] {
        assert!(dropped.contains_key(&format!("session.{reason}")), "{reason} in {dropped:?}");
    }
}

#[test]
fn everything_said_twice_is_taken_once() {
    let mut pair = Pair::new(32);
    pair.rule = Box::new(|_, _, _| Fate::Twice);
    pair.start();
    pair.connect(5);
    let sent = super::video::exchange(&mut pair, 30);
    for (side, sent) in sent.iter().enumerate() {
        let received: Vec<_> = pair.frames[1 - side].iter().map(|(_, data)| data).collect();
        assert!(received.into_iter().eq(sent));
        let dropped = pair.peers[side].statistics().dropped;
        assert!(dropped["session.srtp_replay"] >= 30, "{dropped:?}");
    }
}

#[test]
fn a_flipped_bit_of_media_is_refused() {
    let mut pair = Pair::new(33);
    pair.start();
    pair.connect(5);
    let seen = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
    let log = seen.clone();
    pair.rule = Box::new(move |side, _, payload| {
        if side == 0 && payload[0] >= 128 {
            log.borrow_mut().push(payload.to_vec());
            return Fate::Lost;
        }
        Fate::Arrive
    });
    super::video::exchange(&mut pair, 5);
    for (number, mut payload) in seen.take().into_iter().enumerate() {
        let place = 2 + number * 7 % (payload.len() - 2);
        payload[place] ^= 1 << (number % 8);
        let datagram =
            Datagram { local: address(1), remote: address(0), ecn: 0, payload: &payload };
        pair.peers[1].handle(pair.now, Input::Datagram(datagram)).expect("never errs");
    }
    let end = pair.now + Duration::from_secs(1);
    pair.run(end, |_| false);
    assert!(pair.frames[1].is_empty());
    assert!(pair.peers[1].statistics().dropped["session.srtp_authentication"] >= 5);
    assert!(!pair.saw(1, &Event::ClosedByPeer));
}
