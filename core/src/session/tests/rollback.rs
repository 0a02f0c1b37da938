//! Offers that are taken back, and offers that cross.

use super::Pair;
use super::pair::{address, attribute};
use crate::ice::Role;
use crate::negotiation::SignalingState;
use crate::session::{Command, CommandError, DescriptionKind, Direction, Event};

/// Both have offered: side 1 gives way and answers, side 0 passes the other's offer over. What side 1
/// told with its offer is lost. Its answer is given.
fn resolve(pair: &mut Pair) -> String {
    let (theirs, ours) = (pair.description(0), pair.description(1));
    let crossing = CommandError::UnexpectedOffer(SignalingState::HaveLocalOffer);
    assert_eq!(pair.give(0, &ours), Err(crossing.clone()));
    assert_eq!(pair.give(1, &theirs), Err(crossing));
    pair.told[1].clear();
    pair.must(1, Command::Rollback);
    pair.give(1, &theirs).expect("the way is free");
    let answer = pair.description(1);
    assert_eq!(answer.0, DescriptionKind::Answer);
    pair.give(0, &answer).expect("an answer to the offer that stood");
    pair.carry();
    answer.1
}

#[test]
fn first_offers_may_cross() {
    let mut pair = Pair::new();
    pair.must(0, Command::CreateOffer);
    pair.must(1, Command::CreateOffer);
    resolve(&mut pair);
    pair.run(1_000);
    assert_eq!(
        pair.peers.each_ref().map(|peer| peer.ice.role()),
        [Role::Controlling, Role::Controlled]
    );
    assert!((0..2).all(|side| pair.events[side].contains(&Event::Connected)));
    pair.assert_video_runs();
    pair.must(1, Command::CreateOffer);
    pair.carry();
    pair.assert_video_runs();
}

#[test]
fn a_first_offer_that_was_taken_back_can_be_made_again() {
    let mut pair = Pair::new();
    pair.must(0, Command::CreateOffer);
    pair.must(0, Command::Rollback);
    let (_, first) = pair.description(0);
    pair.told[0].clear();
    pair.must(0, Command::CreateOffer);
    let second = pair.told[0].front().cloned();
    let Some(Event::LocalDescription { sdp, .. }) = second else { panic!("{second:?}") };
    // The version counts on, RFC 9429 section 5.2.2; the credentials that were told hold.
    assert_ne!(first.lines().nth(1), sdp.lines().nth(1));
    assert_eq!(attribute(&first, "ice-ufrag"), attribute(&sdp, "ice-ufrag"));
    pair.carry();
    pair.run(1_000);
    pair.assert_video_runs();
}

#[test]
fn only_an_offer_of_ours_can_be_taken_back() {
    let mut pair = Pair::new();
    let nothing = CommandError::Rollback(SignalingState::Stable);
    assert_eq!(pair.command(0, Command::Rollback), Err(nothing.clone()));
    pair.must(0, Command::CreateOffer);
    pair.carry();
    for side in 0..2 {
        assert_eq!(pair.command(side, Command::Rollback), Err(nothing.clone()));
    }
}

#[test]
fn a_restart_that_was_taken_back_still_happens() {
    let mut pair = Pair::connected();
    let fragment = |sdp: &str| attribute(sdp, "ice-ufrag").expect("one").to_owned();
    pair.must(0, Command::CreateOffer);
    let old = fragment(&pair.description(0).1);
    pair.must(0, Command::Rollback);
    pair.offer_restart(0);
    let offered = fragment(&pair.description(0).1);
    pair.must(0, Command::Rollback);
    pair.told[0].clear();
    pair.assert_video_runs();
    pair.must(1, Command::CreateOffer);
    let offer = pair.description(1);
    pair.give(0, &offer).expect("fits");
    let answer = pair.description(0);
    assert_eq!(fragment(&answer.1), old, "an answer does not restart by itself");
    pair.give(1, &answer).expect("fits");
    pair.must(0, Command::CreateOffer);
    let again = pair.description(0);
    assert!(fragment(&again.1) != old && fragment(&again.1) != offered);
    pair.give(1, &again).expect("fits");
    pair.carry();
    pair.assert_video_runs();
    pair.must(0, Command::CreateOffer);
    assert_eq!(fragment(&pair.description(0).1), fragment(&again.1), "it has happened once");
}

#[test]
fn restarts_may_cross() {
    let mut pair = Pair::connected();
    pair.offer_restart(0);
    pair.offer_restart(1);
    let answer = resolve(&mut pair);
    pair.assert_video_runs();
    // The restart of the one was that of the other, too.
    pair.must(1, Command::CreateOffer);
    let (_, offer) = pair.description(1);
    assert_eq!(attribute(&offer, "ice-ufrag"), attribute(&answer, "ice-ufrag"));
    let state = |side: usize| pair.peers[side].statistics().selected_pair.map(|it| it.is_nominated);
    assert_eq!([state(0), state(1)], [Some(true); 2]);
}

#[test]
fn what_was_wanted_of_a_direction_outlives_a_rollback() {
    let mut pair = Pair::connected();
    pair.must(0, Command::CreateOffer);
    pair.offer_direction(1, Direction::ReceiveOnly);
    let answer = resolve(&mut pair);
    assert!(answer.contains("a=recvonly"), "{answer}");
    assert_eq!(attribute(&answer, "mid"), Some("0"));
    pair.run(100);
    let sent = pair.media[1].len();
    pair.run(500);
    assert_eq!(pair.media[1].len(), sent);
}

#[test]
fn candidates_told_under_credentials_that_were_taken_back_are_told_again() {
    let mut pair = Pair::connected();
    pair.must(0, Command::CreateOffer);
    let (_, before) = pair.description(0);
    let old = attribute(&before, "ice-ufrag").map(str::to_owned);
    pair.must(0, Command::Rollback);
    pair.offer_restart(0);
    pair.told[0].clear();
    pair.must(0, Command::AddLocalAddress(address(0, 6_000)));
    pair.must(0, Command::Rollback);
    let fragments: Vec<Option<String>> = std::mem::take(&mut pair.told[0])
        .into_iter()
        .filter_map(|event| match event {
            Event::LocalCandidate(init) if init.candidate.contains(" 6000 ") => {
                Some(init.username_fragment)
            }
            _ => None,
        })
        .collect();
    assert_eq!(fragments.len(), 2);
    assert!(fragments[0] != old && fragments[1] == old, "{fragments:?}");
}
