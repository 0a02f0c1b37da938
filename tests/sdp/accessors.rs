//! What each accessor reads from a description that has something for each.

use roomrtc_core::sdp::{Direction, RtcpFeedback, SessionDescription, Setup};

const TEXT: &str = "v=0\r\n\
    o=- 6754101045442645192 2 IN IP4 127.0.0.1\r\n\
    s=-\r\n\
    c=IN IP6 2001:db8::1\r\n\
    t=0 0\r\n\
    a=group:BUNDLE v d\r\n\
    a=group:LS v\r\n\
    a=ice-lite\r\n\
    a=ice-options:ice2,trickle\r\n\
    a=setup:actpass\r\n\
    a=recvonly\r\n\
    a=extmap:9 urn:session\r\n\
    m=video 5000/2 UDP/TLS/RTP/SAVPF 96 97 0 300 x\r\n\
    c=IN IP4 127.0.0.1\r\n\
    a=mid:v\r\n\
    a=ice-ufrag:a+/b\r\n\
    a=ice-pwd:0123456789012345678901\r\n\
    a=candidate:1 2 TCP 5 2001:db8::2 9 typ host tcptype active\r\n\
    a=candidate:unreadable\r\n\
    a=candidate:2 1 udp 6 host.local 7 typ host generation 0 ufrag a+/b network-cost 999\r\n\
    a=end-of-candidates\r\n\
    a=extmap:1/sendonly urn:x with attributes\r\n\
    a=msid:stream track\r\n\
    a=msid:-\r\n\
    a=rtcp-mux\r\n\
    a=rtcp-mux-only\r\n\
    a=rtcp-rsize\r\n\
    a=rtpmap:96 h264/90000\r\n\
    a=rtpmap:97 RTX/90000\r\n\
    a=rtpmap:98 VP8/90000\r\n\
    a=fmtp:96 packetization-mode=1\r\n\
    a=fmtp:97  apt=96 \r\n\
    a=rtcp-fb:* transport-cc\r\n\
    a=rtcp-fb:96 nack pli \r\n\
    a=rtcp-fb:96 nack\r\n\
    a=rtcp-fb:96 nack\r\n\
    a=ssrc-group:FID 1 2 x\r\n\
    a=ssrc:1 cname:some name:with colons\r\n\
    a=ssrc:2 flag\r\n\
    m=application 0 UDP/DTLS/SCTP webrtc-datachannel\r\n\
    a=bundle-only\r\n\
    a=mid:d\r\n\
    a=setup:passive\r\n\
    a=sendonly\r\n\
    a=sctp-port:5000\r\n\
    a=max-message-size:262144\r\n\
    m=audio 0 UDP/TLS/RTP/SAVPF 0\r\n";

fn description() -> SessionDescription {
    TEXT.parse().expect("a description")
}

#[test]
fn the_session_level() {
    let description = description();
    let origin = description.origin().expect("an origin");
    assert_eq!((origin.session_id, origin.session_version), (6_754_101_045_442_645_192, 2));
    let session = description.attributes();
    let groups: Vec<(&str, Vec<&str>)> =
        session.groups().map(|group| (group.semantics, group.mids().collect())).collect();
    assert_eq!(groups, [("BUNDLE", vec!["v", "d"]), ("LS", vec!["v"])]);
    assert!(session.is_ice_lite() && session.has_ice_option("ice2"));
    assert_eq!(session.setup(), Some(Setup::ActivePassive));
    assert_eq!(session.direction(), Some(Direction::ReceiveOnly));
    assert_eq!(session.iter().count(), 7);
    assert_eq!(description.media().len(), 3);
    assert!(description.media_at(3).is_none());
}

#[test]
fn the_media_line() {
    let description = description();
    let media = description.media_at(0).expect("a section");
    assert_eq!(
        (media.kind(), media.port(), media.protocol()),
        ("video", 5000, "UDP/TLS/RTP/SAVPF")
    );
    assert_eq!(media.formats().collect::<Vec<_>>(), ["96", "97", "0", "300", "x"]);
    assert_eq!(media.connection(), Some("IN IP4 127.0.0.1"));
    assert!(!media.is_rejected() && !media.is_bundle_only());
    let data = description.media_at(1).expect("a section");
    assert_eq!(data.connection(), Some("IN IP6 2001:db8::1"));
    assert!(data.is_bundle_only() && !data.is_rejected());
    assert!(description.media_at(2).expect("a section").is_rejected());
}

#[test]
fn ice_and_dtls() {
    let description = description();
    let media = description.media_at(0).expect("a section");
    assert_eq!(
        (media.ice_ufrag(), media.ice_pwd()),
        (Some("a+/b"), Some("0123456789012345678901"))
    );
    assert!(media.has_ice_option("trickle") && !media.has_ice_option("ice"));
    let candidates: Vec<_> = media.attributes().candidates().collect();
    assert_eq!(candidates.len(), 2);
    assert_eq!((candidates[0].component, candidates[0].tcp_type()), (2, Some("active")));
    assert_eq!(candidates[1].username_fragment(), Some("a+/b"));
    assert!(media.has_end_of_candidates());
    assert_eq!(media.setup(), Some(Setup::ActivePassive));
    let data = description.media_at(1).expect("a section");
    assert_eq!(data.setup(), Some(Setup::Passive));
    assert_eq!((data.ice_ufrag(), data.has_end_of_candidates()), (None, false));
    assert_eq!(data.attributes().sctp_port(), Some(5000));
    assert_eq!(data.attributes().max_message_size(), Some(262_144));
}

#[test]
fn rtp() {
    let description = description();
    let media = description.media_at(0).expect("a section");
    let attributes = media.attributes();
    assert_eq!((media.direction(), media.mid()), (Direction::ReceiveOnly, Some("v")));
    let data = description.media_at(1).expect("a section");
    assert_eq!(data.direction(), Direction::SendOnly);
    let maps: Vec<(u16, &str)> = media.extension_maps().map(|map| (map.id, map.uri)).collect();
    assert_eq!(maps, [(1, "urn:x"), (9, "urn:session")]);
    let msids: Vec<_> = attributes.msids().map(|msid| (msid.stream, msid.track)).collect();
    assert_eq!(msids, [("stream", Some("track")), ("-", None)]);
    assert!(attributes.has_rtcp_mux() && attributes.has_rtcp_mux_only());
    assert!(attributes.has_rtcp_reduced_size());
    assert_eq!(attributes.rtp_maps().count(), 3);
    let sources: Vec<_> = attributes.sources().map(|s| (s.ssrc, s.name, s.value)).collect();
    assert_eq!(sources, [(1, "cname", "some name:with colons"), (2, "flag", "")]);
    let groups: Vec<Vec<u32>> = attributes.source_groups().map(|g| g.ssrcs().collect()).collect();
    assert_eq!(groups, [[1, 2]]);
}

#[test]
fn payload_formats() {
    let description = description();
    let formats = description.media_at(0).expect("a section").payload_formats();
    let numbers: Vec<u8> = formats.iter().map(|format| format.payload_type).collect();
    assert_eq!(numbers, [96, 97, 0]);
    assert!(formats[0].map.expect("a map").is("H264", 90_000));
    assert_eq!(formats[0].parameters, Some("packetization-mode=1"));
    assert_eq!(formats[1].parameters, Some("apt=96"));
    assert_eq!((formats[2].map, formats[2].parameters), (None, None));
    let nack = RtcpFeedback { kind: "nack", parameter: "" };
    let all = RtcpFeedback { kind: "transport-cc", parameter: "" };
    assert_eq!(formats[0].feedback, [RtcpFeedback::NACK_PLI, nack, all]);
    assert_eq!(formats[2].feedback, [all]);
}
