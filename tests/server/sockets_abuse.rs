//! Connections that do what they should not, and the others that go on.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use roomrtc_core::sdp::DescriptionKind;
use roomrtc_core::signaling::client::{Command, Event};
use roomrtc_core::signaling::limits::MAX_SDP;
use roomrtc_core::signaling::{FrameDecoder, Message};
use roomrtc_server::hub::HubConfig;
use roomrtc_server::{ServerConfig, StoreLocation};

use super::hub_harness::codes;
use super::running_server::RunningServer;
use super::test_client::TestClient;

fn with_hub(hub: HubConfig) -> RunningServer {
    let config = RunningServer::config(StoreLocation::Memory);
    RunningServer::with(ServerConfig { hub, ..config })
}

fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).expect("connected");
    stream.set_read_timeout(Some(Duration::from_secs(60))).expect("set");
    stream
}

/// What the server says until it closes the connection.
fn last_words(mut stream: TcpStream) -> Vec<Message> {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("closed in time");
    let mut input = &bytes[..];
    let mut decoder = FrameDecoder::default();
    std::iter::from_fn(|| decoder.decode(&mut input).expect("valid")).collect()
}

/// The codes of what the server says to these bytes before it closes the connection.
fn answer_to(address: SocketAddr, bytes: &[u8]) -> String {
    let mut stream = connect(address);
    stream.write_all(bytes).expect("sent");
    codes(&last_words(stream)).iter().map(|code| code.word()).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_no_frame_is_answered_and_closed() {
    let server = RunningServer::start();
    assert_eq!(answer_to(server.address, b"? / HTTP/1.1\r\n\r\n"), "malformed");
    assert_eq!(answer_to(server.address, b"99999999999999999999\n"), "too-long");
    assert_eq!(answer_to(server.address, b"2049\n"), "too-long");
    let noisy = [b"5\nHOWDY".repeat(40), vec![b'x'; 100_000]].concat();
    assert_eq!(answer_to(server.address, &noisy), "hello-expected");
}

#[test]
fn who_does_not_log_in_is_told_and_closed() {
    let login_timeout = Duration::from_millis(50);
    let server = with_hub(HubConfig { login_timeout, ..HubConfig::default() });
    let half_sent = {
        let mut stream = connect(server.address);
        stream.write_all(b"20\nLOGIN|us").expect("sent");
        stream
    };
    assert_eq!(answer_to(server.address, b"2"), "login-timeout");
    assert_eq!(last_words(half_sent).len(), 1);
}

#[test]
fn who_says_nothing_is_closed_without_a_word() {
    let opening_timeout = Duration::from_millis(50);
    let config = RunningServer::config(StoreLocation::Memory);
    let server = RunningServer::with(ServerConfig { opening_timeout, ..config });
    assert_eq!(answer_to(server.address, b""), "");
}

#[test]
fn strangers_keep_nobody_out() {
    let server = with_hub(HubConfig { max_anonymous: 8, ..HubConfig::default() });
    let connect_idle = |_| {
        let mut stream = connect(server.address);
        stream.write_all(b"2").expect("sent");
        stream
    };
    let idle: Vec<TcpStream> = (0..200).map(connect_idle).collect();
    let mut alice = TestClient::register(server.address, "alice");
    let mut bob = TestClient::register(server.address, "bob");
    alice.call(&mut bob);
    let first = idle.into_iter().next().expect("the first of them");
    assert_eq!(codes(&last_words(first))[0].word(), "overloaded");
}

#[test]
fn who_never_reads_is_dropped_and_the_others_go_on() {
    let stall_timeout = Duration::from_millis(300);
    let server =
        with_hub(HubConfig { stall_timeout, resume_time: stall_timeout, ..HubConfig::default() });
    let mut alice = TestClient::register(server.address, "alice");
    let mut bob = TestClient::register(server.address, "bob");
    alice.call(&mut bob);
    let sdp = "v".repeat(MAX_SDP);
    // More than the buffers of two sockets and of the server hold.
    for _ in 0..600 {
        let kind = DescriptionKind::Offer;
        alice.command(Command::SendDescription { kind, sdp: sdp.clone() });
    }
    let mut carol = TestClient::register(server.address, "carol");
    let mut dave = TestClient::register(server.address, "dave");
    carol.call(&mut dave);
    alice.wait_for(|event| *event == Event::CallDetached { user: "bob".into() });
    carol.command(Command::EndCall);
    dave.wait_for(|event| matches!(event, Event::CallEnded { .. }));
}

#[test]
fn requests_that_come_all_at_once_are_answered_in_order() {
    let server = RunningServer::start();
    let frames = [
        "HELLO|version=3",
        "REGISTER|user=alice|password=correct horse",
        "LOGIN|user=alice|password=wrong horse",
        "LOGIN|user=alice|password=correct horse",
        "INVITE|user=bob",
        "LOGOUT",
    ];
    let mut stream = connect(server.address);
    for frame in frames {
        write!(stream, "{}\n{frame}", frame.len()).expect("sent");
    }
    stream.shutdown(std::net::Shutdown::Write).expect("half closed");
    let answers = last_words(stream);
    let types = answers.iter().map(|m| m.message_type().name());
    let types = types.filter(|name| matches!(*name, "OK" | "ERROR")).collect::<Vec<_>>().join(" ");
    assert_eq!(types, "OK ERROR OK ERROR OK");
}
