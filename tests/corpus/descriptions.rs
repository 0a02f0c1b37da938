//! Each description as it is.

use roomrtc_core::sdp::{Candidate, Direction, MediaDescription, SessionDescription};

use super::RealDescription;

/// How many there must be of so many stacks: what is lost is missed.
const DESCRIPTIONS: usize = 120;

#[test]
fn all_are_there() {
    let all = RealDescription::all();
    assert!(all.len() >= DESCRIPTIONS, "{} descriptions", all.len());
}

#[test]
fn each_is_parsed_and_written_back() {
    for real in RealDescription::all() {
        let parsed: SessionDescription =
            real.text.parse().unwrap_or_else(|error| panic!("{}: {error}", real.name));
        let written = parsed.to_string();
        assert_eq!(written.parse::<SessionDescription>().as_ref(), Ok(&parsed), "{}", real.name);
        assert_eq!(written, real.text, "{}", real.name);
        let sections = real.text.lines().filter(|line| line.starts_with("m=")).count();
        assert_eq!(parsed.media().len(), sections, "{}", real.name);
    }
}

#[test]
fn every_candidate_is_parsed_and_written_back() {
    let mut count = 0;
    for real in RealDescription::all() {
        for line in real.text.lines().filter_map(|line| line.strip_prefix("a=")) {
            if !line.starts_with("candidate:") {
                continue;
            }
            let candidate: Candidate =
                line.parse().unwrap_or_else(|error| panic!("{}: {line}: {error}", real.name));
            let written = candidate.to_string();
            assert_eq!(written.parse::<Candidate>().as_ref(), Ok(&candidate), "{line}");
            count += 1;
        }
    }
    assert!(count > 300, "{count} candidates");
}

/// Whether a stack's video could be ours, by a look at its text alone: a section that is not rejected,
/// with H.264 (werift writes it in lower case).
fn has_video_for_us(text: &str) -> bool {
    text.split("\r\nm=").skip(1).any(|section| {
        let is_there = !section.starts_with("video 0 ") || section.contains("a=bundle-only");
        section.starts_with("video")
            && is_there
            && section.to_ascii_uppercase().contains(" H264/90000")
    })
}

#[test]
fn each_is_answered_or_settled_as_before() {
    for real in RealDescription::all() {
        let (shown, is_accepted) = match real.outcome(&real.text) {
            Ok((answer, agreed)) => {
                let is_accepted = agreed.transport.is_some();
                (format!("{}{agreed:#?}", answer.replace("\r\n", "\n")), is_accepted)
            }
            Err(refusal) => (refusal, false),
        };
        insta::assert_snapshot!(real.name.as_str(), shown);
        if real.is_offer {
            assert_eq!(is_accepted, has_video_for_us(&real.text), "{}\n{shown}", real.name);
        }
    }
}

/// RFC 3264 section 6: as many sections, of the same kinds, in the same order; and only video is ours.
/// Another one is accepted at most as inactive, where the video may have no other transport.
#[test]
fn every_answer_has_the_sections_of_its_offer() {
    for real in RealDescription::all().iter().filter(|real| real.is_offer) {
        let (answer, _) = real.outcome(&real.text).expect("an offer that can be answered");
        let (offer, answer): (SessionDescription, SessionDescription) =
            (real.text.parse().expect("parsed before"), answer.parse().expect("ours"));
        assert_eq!(offer.media().len(), answer.media().len(), "{}", real.name);
        for (offered, answered) in offer.media().zip(answer.media()) {
            assert_eq!(offered.kind(), answered.kind(), "{}", real.name);
            assert_eq!(offered.mid(), answered.mid(), "{}", real.name);
            let is_idle = answered.direction() == Direction::Inactive && may_idle(&offer, &offered);
            assert!(
                offered.kind() == "video" || is_idle || answered.is_rejected(),
                "{}",
                real.name
            );
        }
        let accepted = answer.media().filter(|media| !media.is_rejected());
        let videos = accepted.clone().filter(|media| media.kind() == "video").count();
        assert!(videos <= 1 && accepted.count() <= 2 * videos, "{}", real.name);
    }
}

/// Whether a section is audio before video, and the video is bundle-only or says of its transport what
/// that section does.
fn may_idle(offer: &SessionDescription, section: &MediaDescription<'_>) -> bool {
    let mut videos = offer.media().skip(section.index()).filter(|media| media.kind() == "video");
    let has_own = |video: &MediaDescription<'_>| {
        video.ice_ufrag() != section.ice_ufrag() || ![9, section.port()].contains(&video.port())
    };
    section.kind() == "audio" && videos.any(|video| video.is_bundle_only() || !has_own(&video))
}
