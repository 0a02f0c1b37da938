//! `roomrtc demo` from end to end.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::videos;
use roomrtc_test_programs::RunningProgram;
use roomrtc_test_programs::programs::roomrtc;

fn report(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).expect("a report")).expect("JSON")
}

fn demo(arguments: &[&str]) -> String {
    let mut all = vec!["demo", "--seconds", "2", "--size", "320x180"];
    all.extend(arguments);
    RunningProgram::start(roomrtc(&all)).succeed()
}

fn check_client(client: &Value, name: &str) {
    assert_eq!(client["name"], name);
    assert_eq!(client["dtls"]["version"], "DTLS 1.2", "{client:#}");
    let suite = client["dtls"]["cipher_suite"].as_str().expect("a name");
    assert!(suite.starts_with("TLS_ECDHE_ECDSA_WITH_AES_"), "{suite}");
    assert_eq!(client["srtp_profile"], "SRTP_AEAD_AES_128_GCM");
    let local = client["candidate_pair"]["local"].as_str().expect("a candidate");
    assert!(local.contains("127.0.0.1:"), "{local}");
    for key in ["connected_ms", "first_frame_ms", "psnr_db"] {
        assert!(client[key].as_f64().is_some_and(|value| value > 0.0), "{key} in {client:#}");
    }
    let latency = |key| client["latency_ms"][key].as_f64().expect("pixels tell the time");
    assert!(latency("p50") <= latency("p95") && latency("p95") <= latency("p99"));
    assert_eq!(client["frames"]["repeated"], 0);
    assert!(client["key_frames"]["received"].as_u64() >= Some(1));
    for thread in ["loop", "capture", "encode", "decode"] {
        assert!(client["cpu_s"][thread].is_f64(), "{client:#}");
    }
}

#[test]
fn two_clients_call_each_other_and_are_back_in_the_lobby() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = |name: &str| directory.path().join(name);
    let (json, png, log) = (path("report.json"), path("last.png"), path("log.txt"));
    let [json_text, png_text, log_text] =
        [&json, &png, &log].map(|path| path.display().to_string());
    let said = demo(&["--report", &json_text, "--snapshot", &png_text, "--log", &log_text]);
    assert!(said.contains("both are back in the lobby"), "{said}");
    let report = report(&json);
    let clients = report["clients"].as_array().expect("clients");
    assert_eq!(clients.len(), 2);
    check_client(&clients[0], "alice");
    check_client(&clients[1], "bob");
    for (receiver, sender) in [(0, 1), (1, 0)] {
        let frames = |client: usize, key| clients[client]["frames"][key].as_u64().expect("a count");
        assert!(frames(receiver, "decoded") <= frames(sender, "sent"));
        assert!(frames(receiver, "decoded") > 0);
    }
    // Both pictures side by side: width and height stand in the header of a PNG.
    let header = fs::read(&png).expect("a snapshot");
    assert_eq!(header[16..24], [0, 0, 2, 128, 0, 0, 0, 180]);
    assert!(fs::metadata(&log).expect("a log").len() > 0);
}

#[test]
fn a_y4m_file_is_measured_like_the_test_card() {
    let directory = tempfile::tempdir().expect("a directory");
    let (video, json) = (videos::y4m(directory.path()), directory.path().join("report.json"));
    let [video, json_text] = [&video, &json].map(|path| path.display().to_string());
    demo(&["--video", &video, "--report", &json_text]);
    let report = report(&json);
    assert!(report["clients"][0]["psnr_db"].as_f64() > Some(28.0), "{report:#}");
}

#[test]
fn an_encoded_file_is_sent_as_it_is() {
    let directory = tempfile::tempdir().expect("a directory");
    let video = videos::annex_b(directory.path()).display().to_string();
    demo(&["--video", &video]);
}

#[test]
fn over_a_bad_network_it_says_what_was_done_and_pictures_keep_coming() {
    let directory = tempfile::tempdir().expect("a directory");
    let json = directory.path().join("report.json");
    let report_option = ["--report", &json.display().to_string()];
    // The seed fixes which datagrams are lost.
    let said =
        demo(&[&["--loss", "5", "--jitter", "30", "--seed", "3"], &report_option[..]].concat());
    let expected = "on the way from and to alice: 5 % lost; up to 30 ms late, in order";
    assert!(said.contains(expected), "{said}");
    let report = report(&json);
    let impairment = &report["impairments"][0];
    assert_eq!(impairment["client"], "alice");
    assert_eq!(impairment["up"], "5 % lost; up to 30 ms late, in order");
    for (all, lost) in [("sent", "sent_lost"), ("received", "received_lost")] {
        let [all, lost] = [all, lost].map(|key| impairment[key].as_u64().expect("a count"));
        assert!(lost > 0 && lost < all / 5, "{impairment:#}");
    }
    assert!(report["clients"][0]["rtcp"]["jitter_ms"].as_f64() > Some(1.0), "{report:#}");
}

#[test]
fn a_network_is_named_and_its_delay_is_felt() {
    let directory = tempfile::tempdir().expect("a directory");
    let json = directory.path().join("report.json");
    // Long enough for a report of each side and its echo over half a second each way.
    let json_text = json.display().to_string();
    let arguments = ["demo", "--seconds", "6", "--network", "satellite", "--report", &json_text];
    RunningProgram::start(roomrtc(&arguments)).succeed();
    let report = report(&json);
    for client in report["clients"].as_array().expect("clients") {
        assert!(client["latency_ms"]["p50"].as_f64() > Some(270.0), "{client:#}");
        assert!(client["rtcp"]["rtt_ms"].as_f64() > Some(540.0), "{client:#}");
    }
}

#[test]
fn a_network_that_lets_no_picture_through_is_a_failure() {
    // A key frame is larger than what gets through at once.
    let arguments =
        ["demo", "--seconds", "2", "--rate", "100k", "--queue", "2kB", "--impair", "up"];
    let (code, said) = RunningProgram::start(roomrtc(&arguments)).finish();
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("bob decoded no picture over the impaired network"), "{said}");
}

#[test]
fn an_unknown_network_lists_the_known() {
    let (code, said) = RunningProgram::start(roomrtc(&["demo", "--network", "tin-can"])).finish();
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("there is no network `tin-can`: there are wifi, "), "{said}");
}

#[test]
fn an_interrupt_hangs_up() {
    let mut running = RunningProgram::start(roomrtc(&["demo", "--seconds", "600"]));
    running.wait_for("alice is connected");
    running.wait_for("bob");
    running.interrupt();
    let said = running.finish().1;
    assert!(said.contains("alice hangs up") || said.contains("interrupted"), "{said}");
}
