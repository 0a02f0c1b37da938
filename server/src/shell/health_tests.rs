//! A server that is not well says so.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use super::workers::WorkerPool;
use super::{Server, ServerConfig, StoreLocation};
use crate::accounts::failing_store::FailingStore;
use crate::accounts::{Accounts, Lifetimes, PasswordCost, PasswordHasher};

fn server() -> Server {
    let loopback = SocketAddr::from(([127, 0, 0, 1], 0));
    let mut config = ServerConfig::new(loopback, StoreLocation::Memory);
    config.metrics = Some(loopback);
    Server::bind(config).expect("bound")
}

/// What a server says of itself.
fn health(mut server: Server) -> String {
    let address = server.metrics_addr().expect("told");
    let handle = server.handle();
    let thread = std::thread::spawn(move || server.run());
    let mut stream = TcpStream::connect(address).expect("connected");
    stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n").expect("sent");
    let mut response = String::new();
    stream.read_to_string(&mut response).expect("text");
    handle.stop().expect("woken");
    thread.join().expect("no panic").expect("no error");
    let (head, content) = response.split_once("\r\n\r\n").expect("an end of the head");
    format!("{} {content}", &head[9..12])
}

#[test]
fn accounts_that_cannot_be_read_are_no_health() {
    let mut server = server();
    let hasher = PasswordHasher::new(PasswordCost::LEAST).expect("a hasher");
    let accounts = Accounts::new(Box::new(FailingStore), hasher, Lifetimes::default());
    let accounts = Arc::new(accounts.expect("a hasher that works"));
    server.workers = WorkerPool::start(&accounts, 1, 1, &server.handle.waker).expect("threads");
    assert_eq!(health(server), "503 the accounts cannot be read\n");
}

#[test]
fn a_loop_that_lags_is_no_health() {
    let mut server = server();
    server.health.lag.note(server.clock.now(), Duration::from_millis(1_500));
    assert_eq!(health(server), "503 the event loop was busy for 1.5s\n");
}
