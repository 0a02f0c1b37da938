//! More logins than can be worked on.

use std::io::Write;
use std::net::{SocketAddr, TcpStream};

use roomrtc_core::signaling::{Credentials, Message, PROTOCOL_VERSION, encode};
use roomrtc_server::accounts::PasswordCost;

use crate::peer::Peer;
use crate::running_server::RunningServer;
use crate::wire;

const FLOOD: usize = 60;

/// Tries a wrong password, from another address. Guesses at one user would be slowed down before
/// they filled anything.
fn guess(server: SocketAddr, number: usize) -> TcpStream {
    let mut bytes = Vec::new();
    for message in [
        Message::Hello { version: PROTOCOL_VERSION, program: None },
        Message::Login(Credentials::new(format!("user{number}"), "wrong horse")),
    ] {
        encode(&message, &mut bytes).expect("short");
    }
    let mut stream = wire::connect_from([127, 0, 0, 2], server);
    stream.write_all(&bytes).expect("sent");
    stream
}

/// A flood from one address fills its half of the places and no more: whoever logs in from another
/// is not refused, and has its answer before the flood has all of its own.
#[test]
fn a_flood_of_logins_keeps_nobody_out() {
    let mut config = RunningServer::config();
    config.password_cost = PasswordCost::default();
    (config.workers, config.max_waiting_operations) = (1, 16);
    let server = RunningServer::with(config);
    let alice = Peer::plain(server.address).named("alice");
    drop(alice);
    let flood: Vec<_> = (0..FLOOD).map(|number| guess(server.address, number)).collect();
    server.wait_for_metric("roomrtc_refusals_total{reason=\"overloaded\"}", |count| count > 10.0);
    let mut alice = Peer::plain(server.address);
    alice.send(&Message::Login(Credentials::new("alice", "correct horse")));
    alice.wait_for(|message| match message {
        Message::Error(error) => panic!("{error:?}"),
        message => matches!(message, Message::Ok { .. }),
    });
    let answered = server.metric("roomrtc_refusals_total{reason=\"wrong-credentials\"}");
    assert!(answered <= 9.0, "{answered} of the flood were worked on before");
    assert_eq!(flood.len(), FLOOD);
}
