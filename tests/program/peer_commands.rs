//! What lines make `roomrtc peer` do in the midst of a call.

use std::fs;
use std::path::Path;

use roomrtc_test_programs::RunningProgram;
use roomrtc_test_programs::programs::roomrtc;
use serde_json::Value;

use super::peer_call::PeerCall;
use super::videos;

fn direction(name: &str) -> String {
    format!(r#"{{"command":"direction","direction":"{name}"}}"#)
}

fn decoded(all: &Value) -> Option<u64> {
    all["inbound-rtp"]["framesDecoded"].as_u64()
}

/// The lines of `--frames`.
fn frames(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).expect("a file");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// What a sender and its receiver count alike where nothing is lost.
const SAME: [(&str, &str); 8] = [
    ("packetsSent", "packetsReceived"),
    ("bytesSent", "bytesReceived"),
    ("framesEncoded", "framesReceived"),
    ("keyFramesEncoded", "keyFramesDecoded"),
    ("ssrc", "ssrc"),
    ("frameWidth", "frameWidth"),
    ("frameHeight", "frameHeight"),
    ("pliCount", "pliCount"),
];

/// How often an end has written a description of this kind.
fn descriptions(call: &PeerCall, end: usize, kind: &str) -> usize {
    call.written[end].iter().filter(|line| line["type"] == kind).count()
}

#[test]
fn what_one_end_sends_the_other_counts() {
    let mut call = PeerCall::connected(&["offer"], &["answer"]);
    call.ends[0].write(r#"{"command":"camera","on":false}"#);
    call.pass_time(0);
    let sent = call.statistics(0);
    let received = call.until_statistics(1, |all| {
        all["inbound-rtp"]["framesDecoded"] == sent["outbound-rtp"]["framesSent"]
    });
    let (out, inward) = (&sent["outbound-rtp"], &received["inbound-rtp"]);
    for (one, other) in SAME {
        assert_eq!(out[one], inward[other], "{one}: {out:#} {inward:#}");
    }
    assert_eq!((&inward["packetsLost"], &inward["frameWidth"]), (&0.into(), &320.into()));
    assert_eq!(sent["local-candidate"], received["remote-candidate"]);
    assert_eq!(
        (&sent["transport"]["tlsVersion"], &sent["transport"]["dtlsRole"]),
        (&"FEFD".into(), &"server".into())
    );
    assert_eq!(received["transport"]["dtlsRole"], "client");
    assert!(sent["candidate-pair"]["currentRoundTripTime"].as_f64() > Some(0.0));
    call.hang_up();
}

#[test]
fn the_camera_off_sends_nothing_and_on_again_a_key_frame() {
    let mut call = PeerCall::connected(&["offer"], &["answer"]);
    let keys = call.statistics(0)["outbound-rtp"]["keyFramesEncoded"].as_u64();
    call.ends[0].write(r#"{"command":"camera","on":false}"#);
    call.pass_time(0);
    let off = call.statistics(0)["outbound-rtp"]["framesEncoded"].as_u64();
    call.pass_time(0);
    assert_eq!(call.statistics(0)["outbound-rtp"]["framesEncoded"].as_u64(), off);
    call.ends[0].write(r#"{"command":"camera","on":true}"#);
    let on = call.until_statistics(0, |all| all["outbound-rtp"]["framesEncoded"].as_u64() > off);
    assert!(on["outbound-rtp"]["keyFramesEncoded"].as_u64() > keys, "{on:#}");
    let sent = on["outbound-rtp"]["framesEncoded"].as_u64();
    call.until_statistics(1, |all| decoded(all) >= sent);
    call.hang_up();
}

#[test]
fn a_key_frame_comes_when_it_is_asked_for() {
    let mut call = PeerCall::connected(&["offer"], &["answer"]);
    let before = call.statistics(1)["inbound-rtp"]["keyFramesDecoded"].as_u64();
    call.ends[1].write(r#"{"command":"key-frame"}"#);
    call.until_statistics(1, |all| all["inbound-rtp"]["keyFramesDecoded"].as_u64() > before);
    assert!(call.statistics(0)["outbound-rtp"]["pliCount"].as_u64() > Some(0));
    call.hang_up();
}

#[test]
fn directions_change_by_either_end() {
    let mut call = PeerCall::connected(&["offer"], &["answer"]);
    call.ends[1].write(&direction("recvonly"));
    call.until("answer", |call| descriptions(call, 0, "answer") == 1);
    call.pass_time(0);
    let silent = decoded(&call.statistics(0));
    call.pass_time(0);
    assert_eq!(decoded(&call.statistics(0)), silent);
    let heard = decoded(&call.statistics(1));
    call.until_statistics(1, |all| decoded(all) > heard);
    call.ends[1].write(&direction("sendrecv"));
    call.until_statistics(0, |all| decoded(all) > silent.map(|count| count + 5));
    call.ends[0].write(&direction("inactive"));
    call.until("answer", |call| descriptions(call, 1, "answer") == 2);
    call.hang_up();
}

#[test]
fn either_end_restarts_ice_and_pictures_go_on() {
    let mut call = PeerCall::connected(&["offer"], &["answer"]);
    for (end, offers) in [(1, 1), (0, 2)] {
        call.ends[end].write(r#"{"command":"restart-ice"}"#);
        call.until("offer", |call| descriptions(call, end, "offer") == offers);
        call.until("answer", |call| descriptions(call, 1 - end, "answer") >= 1);
        call.pass_time(0);
        let seen = [0, 1].map(|end| decoded(&call.statistics(end)));
        for end in [0, 1] {
            call.until_statistics(end, |all| decoded(all) > seen[end]);
        }
    }
    let fragment = |line: &Value| {
        let sdp = line["sdp"].as_str().unwrap_or_default();
        sdp.lines().find(|line| line.starts_with("a=ice-ufrag:")).map(str::to_owned)
    };
    let mut fragments: Vec<String> = call.written[0].iter().filter_map(fragment).collect();
    fragments.dedup();
    assert_eq!(fragments.len(), 3, "{fragments:?}");
    call.hang_up();
}

#[test]
fn where_two_offers_meet_the_polite_end_gives_way() {
    let mut call = PeerCall::connected(&["offer"], &["answer"]);
    call.ends[0].write(r#"{"command":"offer"}"#);
    call.ends[1].write(&direction("sendonly"));
    // The answerer's offer is made again once it has answered the offerer's.
    call.until("answers", |call| descriptions(call, 0, "answer") > 0);
    call.pass_time(0);
    let seen = decoded(&call.statistics(0));
    call.until_statistics(0, |all| decoded(all) > seen);
    call.hang_up();
}

#[test]
fn two_that_both_offer_agree_if_one_is_polite() {
    let mut call = PeerCall::start(&["offer"], &["offer", "--polite", "true"]);
    call.until_heard(1, "makes way for the other side's");
    call.connect();
    call.hang_up();
}

#[test]
fn an_offer_is_taken_back_and_made_again() {
    let glue = |end: usize, line: String| {
        let is_offer =
            end == 0 && line.contains("\"type\":\"offer\"") && line.contains(" 2 IN IP4");
        if is_offer { vec![] } else { vec![line] }
    };
    let mut call = PeerCall::with_glue(&["offer"], &["answer"], glue);
    call.connect();
    // The second offer is lost on its way.
    call.ends[0].write(r#"{"command":"offer"}"#);
    call.until("offer", |call| descriptions(call, 0, "offer") == 2);
    call.ends[0].write(r#"{"type":"rollback"}"#);
    call.ends[0].write(r#"{"command":"offer"}"#);
    call.until("offer", |call| descriptions(call, 0, "offer") == 3);
    call.until("answer", |call| descriptions(call, 1, "answer") == 2);
    call.hang_up();
}

#[test]
fn every_decoded_picture_has_a_line() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("frames.jsonl");
    let name = path.display().to_string();
    let mut call = PeerCall::connected(&["offer"], &["answer", "--frames", &name]);
    call.ends[0].write(r#"{"command":"camera","on":false}"#);
    call.pass_time(0);
    let sent = call.statistics(0)["outbound-rtp"]["framesSent"].as_u64();
    call.until_statistics(1, |all| decoded(all) == sent);
    call.until("lines", |_| Some(frames(&path).len() as u64) == sent);
    for (number, line) in frames(&path).iter().enumerate() {
        assert_eq!((&line["frame"], &line["width"]), (&number.into(), &320.into()));
        assert_eq!((&line["matches"], &line["height"]), (&true.into(), &180.into()), "{line}");
        assert!(line["captured"].as_u64() <= line["decoded"].as_u64(), "{line}");
    }
    call.hang_up();
}

#[test]
fn a_card_in_a_file_is_known_by_its_numbers() {
    let directory = tempfile::tempdir().expect("a directory");
    let [card, lines] = ["card.y4m", "frames.jsonl"].map(|name| directory.path().join(name));
    let [file, name] = [&card, &lines].map(|path| path.display().to_string());
    let arguments = ["card", &file, "--size", "320x180", "--fps", "30", "--seconds", "1"];
    RunningProgram::start(roomrtc(&arguments)).succeed();
    let call = PeerCall::connected(&["offer", "--video", &file], &["answer", "--frames", &name]);
    call.hang_up();
    let lines = frames(&lines);
    assert!(lines.len() > 5, "{}", lines.len());
    for line in lines {
        let number = line["frame"].as_u64().expect("a number");
        assert!(number < 30 && line["matches"] == true, "{line}");
        assert_eq!(line["captured"].as_u64(), Some(number * 1_000_000 / 30));
    }
}

#[test]
fn pictures_of_another_size_are_decoded_saved_and_written_down() {
    let directory = tempfile::tempdir().expect("a directory");
    let [source, saved, lines] =
        ["both.264", "saved.264", "frames.jsonl"].map(|name| directory.path().join(name));
    fs::write(&source, videos::two_sizes()).expect("written");
    let [video, save, name] = [&source, &saved, &lines].map(|path| path.display().to_string());
    let offerer = ["offer", "--video", &video];
    let mut call = PeerCall::connected(&offerer, &["answer", "--save", &save, "--frames", &name]);
    let sizes = |lines: &[Value]| {
        let mut widths: Vec<u64> = lines.iter().filter_map(|line| line["width"].as_u64()).collect();
        widths.dedup();
        widths.len()
    };
    call.until("three sizes", |_| sizes(&frames(&lines)) > 2);
    call.hang_up();
    let (sent, received) = (videos::nal_units(&source), videos::nal_units(&saved));
    assert!(received.iter().zip(sent.iter().cycle()).all(|(one, other)| one == other));
    assert!(received.len() > 30, "{}", received.len());
}

#[test]
fn a_stream_that_cannot_be_decoded_is_told_once() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("broken.264");
    fs::write(&path, videos::undecodable()).expect("written");
    let video = path.display().to_string();
    let mut call = PeerCall::start(&["offer", "--video", &video], &["answer"]);
    call.until_heard(1, "the video received cannot be decoded");
    call.pass_time(1);
    let told = call.ends[1].heard().iter().filter(|line| line.contains("cannot be decoded"));
    assert_eq!(told.count(), 1);
    assert_eq!(decoded(&call.statistics(1)), Some(0));
    call.hang_up();
}
