//! TCP streams of a loop.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener};

use roomrtc_io_mio::{StreamClosure, StreamId};

use super::running_loop::{RunningLoop, loopback};
use super::test_command::TestCommand;
use super::test_event::TestEvent;

const STREAM: StreamId = StreamId(7);

fn listener() -> TcpListener {
    TcpListener::bind("127.0.0.1:0").expect("a port")
}

/// A loop connected to a listener.
fn connected(listener: &TcpListener) -> RunningLoop {
    let running = RunningLoop::start(loopback());
    running.local();
    let address = listener.local_addr().expect("bound");
    running.command(TestCommand::Connect(STREAM, address));
    running
}

/// What comes on the stream until `count` bytes have.
fn read(running: &RunningLoop, count: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while bytes.len() < count {
        match running.event() {
            TestEvent::Received(STREAM, part) => bytes.extend(part),
            other => panic!("{other:?} after {} bytes", bytes.len()),
        }
    }
    bytes
}

#[test]
fn bytes_go_both_ways_whatever_their_cuts() {
    let listener = listener();
    let running = connected(&listener);
    // Sent before the connection stands: kept.
    running.command(TestCommand::Write(STREAM, b"early ".to_vec()));
    let (mut server, _) = listener.accept().expect("a client");
    assert_eq!(running.event(), TestEvent::Connected(STREAM));
    running.command(TestCommand::Write(STREAM, b"late".to_vec()));
    let mut request = [0; 10];
    server.read_exact(&mut request).expect("a request");
    assert_eq!(&request, b"early late");
    let answer: Vec<u8> = (0..200_000_u32).map(|number| number as u8).collect();
    for part in answer.chunks(7_001) {
        server.write_all(part).expect("sent");
    }
    assert_eq!(read(&running, answer.len()), answer);
    running.finish();
}

#[test]
fn an_end_by_the_server_is_told_once_everything_is_read() {
    let listener = listener();
    let running = connected(&listener);
    let (mut server, _) = listener.accept().expect("a client");
    server.write_all(b"bye").expect("sent");
    server.shutdown(Shutdown::Both).expect("shut down");
    assert_eq!(running.event(), TestEvent::Connected(STREAM));
    assert_eq!(read(&running, 3), b"bye");
    assert_eq!(running.event(), TestEvent::Closed(STREAM, StreamClosure::Remote));
    running.finish();
}

#[test]
fn a_port_where_nobody_listens_is_refused() {
    let closed = listener().local_addr().expect("bound");
    let running = RunningLoop::start(loopback());
    running.local();
    running.command(TestCommand::Connect(STREAM, closed));
    let refused = StreamClosure::Failed(std::io::ErrorKind::ConnectionRefused);
    assert_eq!(running.event(), TestEvent::Closed(STREAM, refused));
    running.finish();
}

#[test]
fn closing_sends_what_is_left_first() {
    let listener = listener();
    let running = connected(&listener);
    assert_eq!(running.event(), TestEvent::Connected(STREAM));
    let (mut server, _) = listener.accept().expect("a client");
    // More than the kernel takes at once while nobody reads.
    let message = vec![42; 900_000];
    running.command(TestCommand::Write(STREAM, message.clone()));
    running.command(TestCommand::Close(STREAM));
    let mut received = Vec::new();
    server.read_to_end(&mut received).expect("everything, and then the end");
    assert_eq!(received.len(), message.len());
    running.finish();
}

#[test]
fn a_server_that_does_not_read_is_given_up() {
    let listener = listener();
    let running = connected(&listener);
    assert_eq!(running.event(), TestEvent::Connected(STREAM));
    let server = listener.accept().expect("a client");
    for _ in 0..100 {
        running.command(TestCommand::Write(STREAM, vec![0; 500_000]));
    }
    assert_eq!(running.event(), TestEvent::Closed(STREAM, StreamClosure::Stalled));
    drop(server);
    running.finish();
}

#[test]
fn a_name_can_be_used_again_after_its_end() {
    let listener = listener();
    let running = connected(&listener);
    drop(listener.accept().expect("a client"));
    assert_eq!(running.event(), TestEvent::Connected(STREAM));
    assert_eq!(running.event(), TestEvent::Closed(STREAM, StreamClosure::Remote));
    let address = listener.local_addr().expect("bound");
    running.command(TestCommand::Connect(STREAM, address));
    let (mut server, _) = listener.accept().expect("a client again");
    assert_eq!(running.event(), TestEvent::Connected(STREAM));
    server.write_all(b"again").expect("sent");
    assert_eq!(read(&running, 5), b"again");
    running.finish();
}
