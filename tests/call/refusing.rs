//! Who must not get in does not.

use roomrtc_core::base::Time;
use roomrtc_core::session::{Command, CommandError, DescriptionKind, Event, Input};

use super::pair::Pair;

/// A description whose fingerprint names another certificate.
fn forged(sdp: &str) -> String {
    let start = sdp.find("a=fingerprint:sha-256 ").expect("a fingerprint") + 22;
    let other = if &sdp[start..=start] == "A" { "B" } else { "A" };
    format!("{}{other}{}", &sdp[..start], &sdp[start + 1..])
}

#[test]
fn a_wrong_fingerprint_of_either_side_is_refused() {
    for liar in 0..2 {
        let mut pair = Pair::new(5);
        pair.rewrite = Box::new(move |side, sdp| if side == liar { forged(&sdp) } else { sdp });
        pair.start();
        let victim = 1 - liar;
        let noticed =
            pair.run(Time::from_secs(5), |pair| pair.saw(victim, &Event::FingerprintMismatch));
        assert!(noticed, "{:?}", pair.events);
        pair.run(Time::from_secs(10), |_| false);
        assert!(!pair.saw(victim, &Event::Connected), "{:?}", pair.events);
        assert!(pair.frames[victim].is_empty());
    }
}

#[test]
fn a_command_that_does_not_fit_is_refused_and_changes_nothing() {
    let mut pair = Pair::new(6);
    pair.start();
    pair.connect(5);
    let mut refuse = |command: Command<'_>| {
        pair.peers[0].handle(pair.now, Input::Command(command)).expect_err("refused")
    };
    let kind = DescriptionKind::Answer;
    let unasked = refuse(Command::SetRemoteDescription { kind, sdp: "v=0\r\n" });
    assert!(matches!(unasked, CommandError::UnexpectedAnswer(_)), "{unasked}");
    let kind = DescriptionKind::Offer;
    let garbage = refuse(Command::SetRemoteDescription { kind, sdp: "no description" });
    assert!(matches!(garbage, CommandError::Description(_)), "{garbage}");
    let media = refuse(Command::RequestKeyFrame { media: 7 });
    assert_eq!(media, CommandError::Media(7));
}

#[test]
fn closing_tells_the_other_side_and_nothing_can_follow() {
    let mut pair = Pair::new(7);
    pair.start();
    pair.connect(5);
    pair.command(0, Command::Close);
    let end = Time::from_secs(10);
    assert!(pair.run(end, |pair| pair.saw(1, &Event::ClosedByPeer)));
    let late = pair.peers[0].handle(pair.now, Input::Command(Command::CreateOffer));
    assert_eq!(late, Err(CommandError::Closed));
}

#[test]
fn an_offer_without_a_format_of_ours_is_answered_told_and_trickled_nothing_for() {
    let mut pair = Pair::new(8);
    pair.rewrite = Box::new(|_, sdp| sdp.replace(" H264/90000", " VP8/90000"));
    pair.start();
    let is_told = |pair: &Pair, side: usize| pair.saw(side, &Event::NothingAgreed);
    assert!(pair.run(Time::from_secs(2), |pair| is_told(pair, 0) && is_told(pair, 1)));
    let mut told = pair.events[1].iter();
    assert!(told.any(
        |event| matches!(event, Event::LocalDescription { sdp, .. } if sdp.contains("m=video 0 "))
    ));
    let is_candidate = |event: &Event| matches!(event, Event::LocalCandidate(_));
    assert!(!pair.events[1].iter().any(is_candidate), "{:?}", pair.events[1]);
}
