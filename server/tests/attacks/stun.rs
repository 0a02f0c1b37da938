//! The STUN responder, and those who would have it shoot at others.

use std::net::UdpSocket;
use std::time::Duration;

use roomrtc_core::stun::{Message, MessageBuilder, MessageClass, Method, TransactionId};

use crate::running_server::RunningServer;

fn socket() -> UdpSocket {
    let socket = UdpSocket::bind("127.0.0.1:0").expect("bound");
    socket.set_read_timeout(Some(Duration::from_secs(60))).expect("set");
    socket
}

fn request(class: MessageClass, number: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let id = TransactionId([number; 12]);
    MessageBuilder::new(class, Method::BINDING, id, &mut bytes);
    bytes
}

#[test]
fn whoever_asks_is_told_its_address() {
    let server = RunningServer::start();
    let socket = socket();
    socket.send_to(&request(MessageClass::Request, 1), server.address).expect("sent");
    let mut buffer = [0; 1500];
    let (length, source) = socket.recv_from(&mut buffer).expect("an answer");
    assert_eq!(source, server.address);
    let answer = Message::parse(&buffer[..length]).expect("well-formed");
    assert_eq!(answer.class(), MessageClass::Success);
    assert_eq!(answer.transaction_id(), TransactionId([1; 12]));
    assert_eq!(answer.mapped_address(), Some(socket.local_addr().expect("bound")));
}

/// More is asked in the name of an address than anyone needs: a part is answered, and what is no
/// request is not.
#[test]
fn a_flood_is_answered_in_part_and_nonsense_not_at_all() {
    let server = RunningServer::start();
    let socket = socket();
    for number in 0..200 {
        socket.send_to(&request(MessageClass::Request, number), server.address).expect("sent");
    }
    for nonsense in [&b"hello"[..], &[0; 20], &request(MessageClass::Success, 1)] {
        socket.send_to(nonsense, server.address).expect("sent");
    }
    let datagrams = |reason| format!("roomrtc_stun_datagrams_total{{reason=\"{reason}\"}}");
    server.wait_for_metric(&datagrams("not-a-request"), |count| count == 3.0);
    let [answered, too_often] =
        ["answered", "too-often"].map(|reason| server.metric(&datagrams(reason)));
    assert_eq!(answered + too_often, 200.0);
    assert!((20.0..=100.0).contains(&answered), "{answered} were answered");
}
