//! STUN requests to the server.

use roomrtc_core::base::Time;
use roomrtc_core::stun::Message;
use roomrtc_server::transport::stun::{StunOutcome, StunService};

use crate::split::pieces;

/// Takes datagrams of one source: answers are well-formed, few, and no longer than three times what
/// was asked.
pub fn run(data: &[u8]) {
    let mut service = StunService::default();
    let source = ([192, 0, 2, 1], 5000).into();
    let mut answered = 0;
    for datagram in pieces(data) {
        let mut output = Vec::new();
        match service.handle(Time::ZERO, source, datagram, &mut output) {
            StunOutcome::Answered => {
                answered += 1;
                Message::parse(&output).expect("our own answer can be read");
                assert!(output.len() <= 3 * datagram.len());
            }
            StunOutcome::NotARequest | StunOutcome::TooOften => assert!(output.is_empty()),
        }
    }
    assert!(answered <= 20);
}
