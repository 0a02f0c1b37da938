//! What arrives in pieces of any length, ends in any way or is urgent: nothing of it is left unread.

use std::io::Write;
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use roomrtc_core::signaling::{Message, PROTOCOL_VERSION, encode};
use socket2::SockRef;

use crate::running_server::RunningServer;
use crate::wire;

/// As many bytes as the server reads at once.
const READ_AT_ONCE: usize = 16 * 1024;

fn frames(count: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let hello = Message::Hello { version: PROTOCOL_VERSION, program: None };
    encode(&hello, &mut bytes).expect("short");
    for _ in 0..count {
        encode(&Message::Ping, &mut bytes).expect("short");
    }
    bytes
}

/// Waits for the welcome and so many answers to pings: as many bytes as all of them have.
fn assert_answered(stream: &mut TcpStream, count: usize) {
    let mut expected = Vec::new();
    let welcome = Message::Welcome { version: PROTOCOL_VERSION, heartbeat: 20 };
    encode(&welcome, &mut expected).expect("short");
    for _ in 0..count {
        encode(&Message::Pong, &mut expected).expect("short");
    }
    let mut answer = vec![0; expected.len()];
    std::io::Read::read_exact(stream, &mut answer).expect("answered");
    assert_eq!(answer, expected);
}

/// A server that lets strangers say as much as they like, and take longer than any test waits.
fn server() -> RunningServer {
    let mut config = RunningServer::config();
    config.hub.max_anonymous_actions = u32::MAX;
    config.hub.login_timeout = Duration::from_secs(600);
    RunningServer::with(config)
}

#[test]
fn as_much_as_is_read_at_once_and_a_byte_more_or_less() {
    let server = server();
    let ping = frames(1).len() - frames(0).len();
    for length in [READ_AT_ONCE - 1, READ_AT_ONCE, READ_AT_ONCE + 1, 3 * READ_AT_ONCE] {
        let count = (length - frames(0).len()) / ping;
        let mut bytes = frames(count);
        let begun = frames(1)[frames(0).len()..][..length - bytes.len()].to_vec();
        bytes.extend_from_slice(&begun);
        let mut stream = wire::connect(server.address);
        stream.write_all(&bytes).expect("sent");
        assert_answered(&mut stream, count);
    }
}

/// Messages whose last is right in front of the end, at whatever moment the server looks.
#[test]
fn an_end_right_behind_a_message_is_seen() {
    let server = server();
    for _ in 0..300 {
        let mut stream = wire::connect(server.address);
        stream.write_all(&frames(1)).expect("sent");
        stream.shutdown(Shutdown::Write).expect("ended");
        assert!(!wire::rest(&mut stream).is_empty());
    }
    let frames = "roomrtc_connections{transport=\"frames\",tls=\"no\"}";
    server.wait_for_metric(frames, |count| count == 0.0);
}

#[test]
fn an_end_behind_what_tls_carries_is_seen() {
    let server = server();
    for _ in 0..50 {
        let mut stream = wire::connect_tls(server.address);
        stream.write_all(&frames(1)).expect("sent");
        stream.flush().expect("sent");
        stream.sock.shutdown(Shutdown::Write).expect("ended");
        wire::rest(&mut stream);
    }
    let frames = "roomrtc_connections{transport=\"frames\",tls=\"yes\"}";
    server.wait_for_metric(frames, |count| count == 0.0);
}

/// A read stops in front of an urgent byte, however much is behind it.
#[test]
fn what_is_behind_an_urgent_byte_is_read() {
    let server = server();
    for _ in 0..100 {
        let mut stream = wire::connect(server.address);
        let bytes = frames(4);
        let (before, behind) = bytes.split_at(bytes.len() / 2);
        stream.write_all(before).expect("sent");
        assert_eq!(SockRef::from(&stream).send_out_of_band(b"!").expect("sent"), 1);
        stream.write_all(behind).expect("sent");
        assert_answered(&mut stream, 4);
    }
}
