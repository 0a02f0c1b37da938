//! Calls between peers of different settings, and calls that change while they run.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::crypto::rust_crypto;
use roomrtc_core::session::{CandidateInit, Command, Event, Input, PeerConfig};
use roomrtc_core::srtp::SrtpProfile;

use super::pair::{Pair, address};

fn connected(caller: PeerConfig, called: PeerConfig) -> Pair {
    let mut pair = Pair::with(21, caller, called);
    pair.start();
    pair.connect(5);
    pair
}

#[test]
fn either_side_may_be_lite() {
    for lite in 0..2 {
        let config = |side: usize| PeerConfig { ice_lite: side == lite, ..PeerConfig::default() };
        let pair = connected(config(0), config(1));
        let selected = pair.peers[lite].statistics().selected_pair.expect("a pair");
        assert_eq!(selected.remote, address(1 - lite));
    }
}

#[test]
fn a_server_may_ask_for_a_cookie_first() {
    for asking in 0..2 {
        let config =
            |side: usize| PeerConfig { cookie_exchange: side == asking, ..PeerConfig::default() };
        connected(config(0), config(1));
    }
}

#[test]
fn the_caller_s_profile_is_used_where_it_knows_but_one() {
    for profile in SrtpProfile::ALL {
        let caller = PeerConfig { srtp_profiles: vec![profile], ..PeerConfig::default() };
        let pair = connected(caller, PeerConfig::default());
        for peer in &pair.peers {
            assert_eq!(peer.statistics().srtp_profile, Some(profile));
        }
    }
}

#[test]
fn the_bytes_do_not_depend_on_the_cryptographic_library() {
    let transcript = |config: PeerConfig| {
        let bytes = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
        let log = bytes.clone();
        let mut pair = Pair::with(22, config.clone(), config);
        pair.rule = Box::new(move |side, _, payload| {
            log.borrow_mut().push((side, payload.to_vec()));
            super::fate::Fate::Arrive
        });
        pair.start();
        pair.connect(5);
        bytes.take()
    };
    let reference = PeerConfig { provider: rust_crypto::PROVIDER, ..PeerConfig::default() };
    assert_eq!(transcript(reference), transcript(PeerConfig::default()));
}

#[test]
fn a_second_offer_from_either_side_keeps_the_call() {
    let mut pair = connected(PeerConfig::default(), PeerConfig::default());
    for side in [1, 0, 1] {
        pair.command(side, Command::CreateOffer);
        let end = pair.now + Duration::from_secs(1);
        pair.run(end, |_| false);
    }
    for side in 0..2 {
        let described = pair.events[side].iter();
        let described = described.filter(|event| matches!(event, Event::LocalDescription { .. }));
        assert_eq!(described.count(), 4);
        assert!(!pair.saw(side, &Event::IceDisconnected) && !pair.saw(side, &Event::IceFailed));
    }
}

#[test]
fn a_restart_of_ice_finds_a_path_again_without_a_new_handshake() {
    for side in 0..2 {
        let mut pair = connected(PeerConfig::default(), PeerConfig::default());
        let before = pair.peers[side].statistics();
        pair.command(side, Command::RestartIce);
        pair.command(side, Command::CreateOffer);
        let end = pair.now + Duration::from_secs(20);
        pair.run(end, |_| false);
        let after = pair.peers[side].statistics();
        assert!(after.selected_pair.is_some_and(|pair| pair.is_nominated), "{after:?}");
        assert_eq!(after.connected_at, before.connected_at);
        assert!(!pair.saw(side, &Event::IceFailed));
    }
}

#[test]
fn candidates_may_come_before_the_description_they_belong_to() {
    let mut pair = Pair::new(23);
    let candidate = CandidateInit {
        candidate: format!(
            "candidate:1 1 udp 2130706431 {} {} typ host",
            address(0).ip(),
            address(0).port()
        ),
        sdp_mid: Some("0".to_owned()),
        sdp_mline_index: Some(0),
        username_fragment: None,
    };
    pair.command(1, Command::AddRemoteCandidate(candidate));
    pair.start();
    pair.connect(5);
}

#[test]
fn a_path_that_dies_is_told_and_given_up() {
    let mut pair = connected(PeerConfig::default(), PeerConfig::default());
    pair.rule = Box::new(|_, _, _| super::fate::Fate::Lost);
    let end = pair.now + Duration::from_secs(60);
    let failed = |pair: &Pair| (0..2).all(|side| pair.saw(side, &Event::IceFailed));
    assert!(pair.run(end, failed), "{:?}", pair.events);
    assert!((0..2).all(|side| pair.saw(side, &Event::IceDisconnected)));
    let sent = pair.sent;
    pair.run(end + Duration::from_secs(60), |_| false);
    assert_eq!(pair.sent, sent, "nothing may be sent without consent, RFC 7675");
}

#[test]
fn draining_is_not_required_and_time_may_stand_still() {
    let mut pair = connected(PeerConfig::default(), PeerConfig::default());
    let peer = &mut pair.peers[0];
    for _ in 0..10_000 {
        peer.handle(Time::ZERO, Input::Tick).expect("time never errs");
    }
    assert!(peer.deadline().is_some());
}
