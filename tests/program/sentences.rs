//! What the programs say when they cannot begin.

use std::fs;
use std::net::{TcpListener, UdpSocket};

use roomrtc_test_programs::RunningProgram;
use roomrtc_test_programs::programs::{roomrtc, server};

/// The exit code and what was said, where there is no display.
fn refusal(arguments: &[&str]) -> (i32, String) {
    let mut command = roomrtc(arguments);
    for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(display);
    }
    let mut running = RunningProgram::start(command);
    running.end_input();
    running.finish()
}

#[test]
fn a_file_that_cannot_be_sent_is_named() {
    let directory = tempfile::tempdir().expect("a directory");
    let missing = directory.path().join("missing.y4m").display().to_string();
    let (code, said) = refusal(&["demo", "--video", &missing]);
    assert_eq!(code, 2);
    let expected = format!("cannot read the video {missing}: No such file or directory");
    assert!(said.contains(&expected), "{said}");

    let text = directory.path().join("text.y4m");
    fs::write(&text, "no video").expect("written");
    let text = text.display().to_string();
    let (code, said) = refusal(&["peer", "offer", "--video", &text]);
    assert_eq!(code, 2);
    assert!(said.contains("is neither Y4M"), "{said}");
}

#[test]
fn a_file_that_cannot_be_written_is_named() {
    let nowhere = "/nonexistent/file";
    for option in ["--save", "--log", "--frames"] {
        let (code, said) = refusal(&["peer", "offer", option, nowhere]);
        assert_eq!(code, 2);
        assert!(said.contains(nowhere) && said.contains("No such file"), "{said}");
    }
    let (code, said) = refusal(&["card", nowhere]);
    assert_eq!(code, 2);
    assert!(said.contains("cannot write the test card to /nonexistent/file"), "{said}");
}

#[test]
fn without_a_camera_the_call_goes_on() {
    // No machine has so many.
    let (code, said) = refusal(&["peer", "offer", "--camera", "250"]);
    assert_eq!(code, 3, "it began, and the input ended");
    assert!(said.contains("camera"), "{said}");
    assert!(said.contains("the call goes on without a picture from here"), "{said}");
    assert!(said.contains("the input ended before an answer came"), "{said}");
}

#[test]
fn a_port_in_use_is_named() {
    let taken = UdpSocket::bind("127.0.0.1:0").expect("a socket");
    let address = taken.local_addr().expect("bound").to_string();
    let (code, said) = refusal(&["peer", "offer", "--bind", &address]);
    assert_eq!(code, 2);
    assert_eq!(said, format!("cannot bind UDP socket {address}: the port is in use"));

    let directory = tempfile::tempdir().expect("a directory");
    let data = directory.path().join("accounts").display().to_string();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a socket");
    let address = taken.local_addr().expect("bound").to_string();
    let running = RunningProgram::start(server(&["--listen", &address, "--data", &data]));
    let (code, said) = running.finish();
    assert_ne!(code, 0);
    assert!(said.contains("another program uses this port"), "{said}");
}

#[test]
fn options_that_make_no_sense_are_refused() {
    for (arguments, reason) in [
        (&["demo", "--size", "641x360"][..], "641x360"),
        (&["demo", "--seconds", "0"], "is not between 0 and"),
        (&["demo", "--bitrate", "fast"], "is not a bit rate"),
        (&["demo", "--video", "a", "--camera", "0"], "cannot be used with"),
        (&["peer", "offer", "--bind", "here"], "is not an IP address"),
        (&["peer", "offer", "--stun", "nowhere"], "is not of the form HOST:PORT"),
        (&["call", "--server", "h:1", "--user", "u", "--password", "p"], "--to <USER>|--wait"),
    ] {
        let (code, said) = refusal(arguments);
        assert_eq!(code, 2, "{arguments:?}: {said}");
        assert!(said.contains(reason), "{arguments:?}: {said}");
    }
}

#[test]
fn without_a_display_the_demo_is_named() {
    let (code, said) = refusal(&[]);
    assert_eq!(code, 2);
    assert!(said.contains("no display") && said.contains("`roomrtc demo`"), "{said}");
}
