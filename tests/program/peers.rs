//! `roomrtc peer` against itself, through pipes.

use std::fs;
use std::net::{SocketAddr, UdpSocket};
use std::path::Path;
use std::sync::mpsc::RecvTimeoutError;
use std::thread;
use std::time::Duration;

use serde_json::Value;

use super::peer_call::peer;
use super::running_server::RunningServer;
use super::videos;
use roomrtc_test_programs::RunningProgram;

/// Carries lines from one to the other as long as there are any, each as `change` makes it.
/// Returns those that the first one wrote.
fn carry(
    from: &mut RunningProgram,
    to: &mut RunningProgram,
    change: &dyn Fn(String) -> String,
    lines: &mut Vec<String>,
) -> bool {
    loop {
        match from.output.recv_timeout(Duration::from_millis(20)) {
            Ok(line) => {
                to.write(&change(line.clone()));
                lines.push(line);
            }
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

/// Carries lines both ways until both ends have ended: what each wrote.
pub(super) fn connect(
    offerer: &mut RunningProgram,
    answerer: &mut RunningProgram,
    change: &dyn Fn(String) -> String,
) -> [Vec<String>; 2] {
    let mut lines = [Vec::new(), Vec::new()];
    let [offered, answered] = &mut lines;
    loop {
        let offers = carry(offerer, answerer, change, offered);
        let answers = carry(answerer, offerer, change, answered);
        if !offers && !answers {
            return lines;
        }
    }
}

/// A short call between two ends with these arguments; both must succeed.
fn call(offerer: &[&str], answerer: &[&str]) -> [Vec<String>; 2] {
    call_for("2", offerer, answerer)
}

/// A call of so many seconds.
fn call_for(seconds: &str, offerer: &[&str], answerer: &[&str]) -> [Vec<String>; 2] {
    let offerer = [&["offer", "--seconds", seconds], offerer].concat();
    let (mut offerer, mut answerer) = (peer(&offerer), peer(&[&["answer"], answerer].concat()));
    let lines = connect(&mut offerer, &mut answerer, &|line| line);
    offerer.succeed();
    answerer.succeed();
    lines
}

fn json(line: &str) -> Value {
    serde_json::from_str(line).expect("every line is JSON")
}

fn decoded(report: &Path) -> u64 {
    let report: Value = serde_json::from_slice(&fs::read(report).expect("a report")).expect("JSON");
    assert_eq!(report["clients"].as_array().map(Vec::len), Some(1));
    report["clients"][0]["frames"]["decoded"].as_u64().expect("a count")
}

#[test]
fn candidates_follow_the_description_and_video_goes_both_ways() {
    let directory = tempfile::tempdir().expect("a directory");
    let reports = ["a.json", "b.json"].map(|name| directory.path().join(name));
    let names = reports.each_ref().map(|path| path.display().to_string());
    let lines = call(&["--report", &names[0]], &["--report", &names[1]]);
    for (lines, kind) in lines.iter().zip(["offer", "answer"]) {
        assert_eq!(json(&lines[0])["type"], kind);
        let candidate = json(&lines[1]);
        assert!(candidate["candidate"].as_str().expect("text").contains("127.0.0.1"));
        assert!(candidate["sdpMid"].is_string() && candidate["sdpMLineIndex"].is_u64());
        assert_eq!(json(lines.last().expect("lines"))["candidate"], "");
    }
    assert!(reports.iter().all(|report| decoded(report) > 10));
}

#[test]
fn one_end_can_have_a_bad_network_of_its_own() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("a.json");
    let report = path.display().to_string();
    // A round trip is known when a report has been answered by a report.
    call_for(
        "8",
        &["--report", &report, "--delay", "60", "--impair", "up"],
        &["--delay", "80", "--impair", "up"],
    );
    let report: Value = serde_json::from_slice(&fs::read(path).expect("a report")).expect("JSON");
    assert!(report["clients"][0]["rtcp"]["rtt_ms"].as_f64() > Some(140.0), "{report:#}");
    let impairment = &report["impairments"][0];
    assert_eq!(
        (&impairment["up"], &impairment["down"]),
        (&"60 ms later".into(), &"nothing".into())
    );
}

#[test]
fn without_trickle_everything_is_in_the_description() {
    let [offered, answered] = call(&["--no-trickle"], &["--no-trickle"]);
    for lines in [offered, answered] {
        assert_eq!(lines.len(), 1, "{lines:#?}");
        let sdp = json(&lines[0])["sdp"].as_str().expect("text").to_owned();
        assert!(sdp.contains("a=candidate:") && sdp.contains("127.0.0.1"), "{sdp}");
    }
}

#[test]
fn a_lite_agent_is_called_and_calls() {
    call(&[], &["--ice-lite"]);
    call(&["--ice-lite", "--no-trickle"], &[]);
}

#[test]
fn an_encoded_file_arrives_as_it_was() {
    let directory = tempfile::tempdir().expect("a directory");
    let source = videos::annex_b(directory.path());
    let saved = directory.path().join("saved.264");
    let [video, save] = [&source, &saved].map(|path| path.display().to_string());
    call(&["--video", &video], &["--save", &save]);
    let (sent, received) = (videos::nal_units(&source), videos::nal_units(&saved));
    assert!(received.len() > 30, "{} NAL units", received.len());
    // The file is sent over and over, from its beginning.
    let repeated = sent.iter().cycle();
    assert!(received.iter().zip(repeated).all(|(received, sent)| received == sent));
}

#[test]
fn what_makes_no_sense_on_the_input_is_told_and_passed_over() {
    let (mut offerer, mut answerer) = (peer(&["offer", "--seconds", "1"]), peer(&["answer"]));
    for line in ["", "{", r#"{"type":"answer","sdp":"v=0"}"#, r#"{"candidate":"nonsense"}"#] {
        answerer.write(line);
    }
    // Candidates overtake the offer: the order of lines does not matter.
    let mut first: Vec<String> = Vec::new();
    while first.last().is_none_or(|line| json(line)["candidate"] != "") {
        first.push(offerer.output.recv_timeout(Duration::from_secs(60)).expect("a line"));
    }
    for line in first.iter().rev() {
        answerer.write(line);
    }
    connect(&mut offerer, &mut answerer, &|line| line);
    offerer.succeed();
    let said = answerer.succeed();
    assert!(said.contains("this line is ignored: it is not JSON"), "{said}");
    assert!(said.contains("an offer is awaited"), "{said}");
    assert!(said.contains("the candidate is refused"), "{said}");
}

#[test]
fn the_end_of_the_input_is_no_end_of_the_call() {
    let (mut offerer, mut answerer) =
        (peer(&["offer", "--seconds", "1", "--no-trickle"]), peer(&["answer", "--no-trickle"]));
    let wait = Duration::from_secs(60);
    answerer.write(&offerer.output.recv_timeout(wait).expect("an offer"));
    answerer.end_input();
    offerer.write(&answerer.output.recv_timeout(wait).expect("an answer"));
    offerer.end_input();
    offerer.succeed();
    answerer.succeed();
}

#[test]
fn a_wrong_fingerprint_ends_the_call_before_it_begins() {
    let (mut offerer, mut answerer) = (peer(&["offer"]), peer(&["answer"]));
    let forge = |line: String| match line.split_once("fingerprint:sha-256 ") {
        None => line,
        Some((before, after)) => format!("{before}fingerprint:sha-256 00:00{}", &after[5..]),
    };
    connect(&mut offerer, &mut answerer, &forge);
    for peer in [offerer, answerer] {
        let (code, said) = peer.finish();
        assert!([6, 7, 10].contains(&code), "{code}: {said}");
        let expected = ["does not match the fingerprint", "encryption could not be agreed on"];
        let is_ended = said.contains("the other side has ended the call");
        assert!(is_ended || expected.iter().any(|text| said.contains(text)), "{said}");
    }
}

#[test]
fn an_interrupted_peer_says_goodbye() {
    let (mut offerer, mut answerer) = (peer(&["offer"]), peer(&["answer"]));
    let (mut offered, mut answered) = (Vec::new(), Vec::new());
    let mut is_told = false;
    while carry(&mut offerer, &mut answerer, &|line| line, &mut offered)
        | carry(&mut answerer, &mut offerer, &|line| line, &mut answered)
    {
        let has_all = |lines: &[String]| lines.last().is_some_and(|l| json(l)["candidate"] == "");
        if !is_told && has_all(&offered) && has_all(&answered) {
            offerer.wait_for("connected");
            answerer.wait_for("connected");
            offerer.interrupt();
            is_told = true;
        }
    }
    offerer.succeed();
    answerer.succeed();
}

/// A STUN server that sees every client at the same address: the port it listens on.
fn stun_server() -> u16 {
    let socket = UdpSocket::bind("127.0.0.1:0").expect("a socket");
    let port = socket.local_addr().expect("bound").port();
    thread::spawn(move || {
        let mut request = [0; 1_500];
        // A success response with XOR-MAPPED-ADDRESS 203.0.113.5:9, RFC 8489 section 14.2.
        while let Ok((_, client)) = socket.recv_from(&mut request) {
            let mut response = vec![1, 1, 0, 12];
            response.extend_from_slice(&request[4..20]);
            response.extend_from_slice(&[0, 0x20, 0, 8, 0, 1, 0x21, 0x1b]);
            let xored = [203 ^ 0x21, 0x12, 113 ^ 0xa4, 5 ^ 0x42];
            response.extend_from_slice(&xored);
            let _ = socket.send_to(&response, client);
        }
    });
    port
}

#[test]
fn a_stun_server_gives_another_candidate() {
    let stun = format!("localhost:{}", stun_server());
    for trickle in [&[][..], &["--no-trickle"]] {
        let arguments = [&["offer", "--stun", &stun][..], trickle].concat();
        let mut offerer = peer(&arguments);
        let is_reflexive =
            |line: &String| line.contains("203.0.113.5 9 typ srflx") && line.contains("127.0.0.1");
        let wait = Duration::from_secs(60);
        while !is_reflexive(&offerer.output.recv_timeout(wait).expect("a line")) {}
        offerer.end_input();
        assert_eq!(offerer.finish().0, 3);
    }
}

/// A translator of addresses in front of a server: clients are seen at another address of loopback.
/// Where it is reached, and at what port its clients are seen.
fn translator(server: String) -> (SocketAddr, u16) {
    let inside = UdpSocket::bind("127.0.0.1:0").expect("a socket");
    let outside = UdpSocket::bind("127.0.0.9:0").expect("a socket");
    outside.set_read_timeout(Some(Duration::from_secs(60))).expect("set");
    let address = inside.local_addr().expect("bound");
    let port = outside.local_addr().expect("bound").port();
    thread::spawn(move || {
        let mut datagram = [0; 1_500];
        while let Ok((length, client)) = inside.recv_from(&mut datagram) {
            outside.send_to(&datagram[..length], &server).expect("sent");
            let length = outside.recv(&mut datagram).expect("every request is answered");
            let _ = inside.send_to(&datagram[..length], client);
        }
    });
    (address, port)
}

#[test]
fn our_own_server_gives_another_candidate() {
    let directory = tempfile::tempdir().expect("a directory");
    let server = RunningServer::start(directory.path());
    let (stun, port) = translator(server.address.clone());
    let mut offerer = peer(&["offer", "--stun", &stun.to_string()]);
    let seen = format!("127.0.0.9 {port} typ srflx");
    let wait = Duration::from_secs(60);
    while !offerer.output.recv_timeout(wait).expect("a line").contains(&seen) {}
    offerer.end_input();
    assert_eq!(offerer.finish().0, 3);
}
