//! A request whose body does not end.

use std::io::{Read, Write};

use crate::peer::Peer;
use crate::running_server::RunningServer;
use crate::wire;

/// The answer comes at once, and then the connection is cut, however much is sent.
fn assert_cut(server: &RunningServer, head: &str, expected: u16) {
    let mut stream = wire::connect(server.address);
    stream.write_all(head.as_bytes()).expect("sent");
    let piece = b"4000\r\n".repeat(1_000);
    let mut sent = 0_usize;
    while let Ok(count) = stream.write(&piece) {
        sent += count;
        assert!(sent < 1 << 34, "the server reads without end");
    }
    // The server's last words may be lost behind the reset; another connection is told them.
    let mut stream = wire::connect(server.address);
    stream.write_all(head.as_bytes()).expect("sent");
    let mut response = String::new();
    stream.read_to_string(&mut response).expect("text");
    assert_eq!(wire::status(&response), expected, "{head}");
}

#[test]
fn a_body_without_end_is_refused_and_cut() {
    let server = RunningServer::start();
    let length = "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 18446744073709551615\r\n\r\n";
    assert_cut(&server, length, 413);
    let chunked = "GET /signaling HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    assert_cut(&server, chunked, 413);
    assert_cut(&server, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n", 405);
    Peer::plain(server.address).named("alice");
}
