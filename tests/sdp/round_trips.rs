//! Round trips of descriptions, whole and damaged.

use proptest::prelude::*;
use proptest::sample::select;
use roomrtc_core::sdp::{Attributes, SessionDescription};

/// Attributes with values that can be read.
const KNOWN: [&str; 24] = [
    "mid:0",
    "group:BUNDLE 0 1",
    "rtcp-mux",
    "rtcp-rsize",
    "setup:actpass",
    "fingerprint:sha-256 00",
    "ice-ufrag:abcd",
    "ice-pwd:0123456789012345678901",
    "ice-options:trickle",
    "ice-lite",
    "candidate:1 1 udp 1 192.0.2.1 1 typ host",
    "end-of-candidates",
    "rtpmap:96 H264/90000",
    "fmtp:96 packetization-mode=1",
    "rtcp-fb:96 nack pli",
    "rtcp-fb:* ccm fir",
    "extmap:1/sendonly urn:x",
    "msid:s t",
    "ssrc:1 cname:x",
    "ssrc-group:FID 1 2",
    "sendonly",
    "bundle-only",
    "sctp-port:5000",
    "max-message-size:1",
];

fn attribute() -> impl Strategy<Value = String> {
    let any_line = "[a-ln-zA-Z]=[^\r\n\0]{0,40}";
    let known = select(KNOWN.to_vec()).prop_map(|known| format!("a={known}"));
    prop_oneof![3 => known, 1 => any_line, 1 => "a=[a-z-]{1,12}(:[ -~]{0,30})?"]
}

fn section() -> impl Strategy<Value = String> {
    let media = "m=(audio|video|application) [0-9]{1,4} UDP/TLS/RTP/SAVPF( [0-9]{1,3}){1,6}";
    (media, prop::collection::vec(attribute(), 0..20)).prop_map(|(media, lines)| {
        std::iter::once(media).chain(lines).collect::<Vec<_>>().join("\r\n")
    })
}

/// A well-formed description.
fn description() -> impl Strategy<Value = String> {
    let session = prop::collection::vec(attribute(), 0..10);
    let origin = "o=[!-~]{1,9} [0-9]{1,25} [0-9]{1,9} IN IP4 0\\.0\\.0\\.0";
    (origin, session, prop::collection::vec(section(), 0..5)).prop_map(
        |(origin, session, sections)| {
            let start = ["v=0".to_owned(), origin, "s=-".to_owned()];
            let lines = start.into_iter().chain(session).chain(sections);
            lines.fold(String::new(), |text, line| text + &line + "\r\n")
        },
    )
}

/// A description with some of its characters replaced, removed or repeated.
fn damaged() -> impl Strategy<Value = String> {
    let changes =
        prop::collection::vec((any::<prop::sample::Index>(), 0..4u8, any::<char>()), 1..8);
    (description(), changes).prop_map(|(text, changes)| {
        let mut characters: Vec<char> = text.chars().collect();
        for (place, change, character) in changes {
            if characters.is_empty() {
                break;
            }
            let place = place.index(characters.len());
            match change {
                0 => characters[place] = character,
                1 => drop(characters.remove(place)),
                2 => characters.insert(place, character),
                _ => characters.truncate(place.max(1)),
            }
        }
        characters.into_iter().collect()
    })
}

fn read_attributes(attributes: Attributes<'_>) -> usize {
    let _ = (attributes.mid(), attributes.direction(), attributes.setup(), attributes.sctp_port());
    let _ = (attributes.ice_ufrag(), attributes.ice_pwd(), attributes.max_message_size());
    attributes.groups().flat_map(|group| group.mids()).count()
        + attributes.fingerprints().len()
        + attributes.candidates().count()
        + attributes.rtp_maps().count()
        + attributes.extension_maps().count()
        + attributes.msids().count()
        + attributes.sources().count()
        + attributes.source_groups().flat_map(|group| group.ssrcs()).count()
}

/// Calls every accessor.
fn read_all(description: &SessionDescription) -> usize {
    let session = read_attributes(description.attributes());
    let origin = usize::from(description.origin().is_some());
    let sections = description.media().map(|media| {
        let _ = (media.kind(), media.port(), media.protocol(), media.connection(), media.setup());
        let _ = (media.is_rejected(), media.direction(), media.has_end_of_candidates());
        read_attributes(media.attributes())
            + media.payload_formats().len()
            + media.formats().count()
    });
    session + origin + sections.sum::<usize>()
}

proptest! {
    #[test]
    fn a_well_formed_description_is_written_as_it_was_read(text in description()) {
        let description: SessionDescription = text.parse().expect("a description");
        prop_assert_eq!(description.as_str(), &text);
        prop_assert_eq!(description.to_string(), text.clone());
        prop_assert_eq!(text.replace("\r\n", "\n").parse(), Ok(description));
    }

    #[test]
    fn a_damaged_description_is_read_or_refused(text in damaged()) {
        if let Ok(description) = text.parse::<SessionDescription>() {
            prop_assert!(read_all(&description) < 10_000);
            prop_assert_eq!(description.to_string().parse(), Ok(description));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(v=0\r?\n)?\\PC{0,200}") {
        if let Ok(description) = text.parse::<SessionDescription>() {
            read_all(&description);
        }
    }
}

#[test]
fn what_is_not_known_survives() {
    let text =
        "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nb=AS:5\r\na=zzz: odd :\r\nm=x 1 y\r\nk=q\r\n";
    let description: SessionDescription = text.parse().expect("a description");
    assert_eq!(description.as_str(), text);
}
