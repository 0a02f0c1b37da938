//! Messages of multicast DNS, RFC 6762.

use std::net::IpAddr;

use roomrtc_core::base::Time;
use roomrtc_io_mio::{MulticastDns, NameAction, ReceivedMessage, candidate_name};

use crate::split::pieces;

/// Takes messages while a name of ours is offered and another's is asked for.
pub fn run(data: &[u8]) {
    let (ours, theirs) = (candidate_name([1; 16]), candidate_name([2; 16]));
    let address = IpAddr::from([192, 0, 2, 1]);
    let mut names = MulticastDns::new();
    names.act(Time::ZERO, NameAction::Offer { name: ours, address });
    names.act(Time::ZERO, NameAction::Resolve(theirs));
    for (count, bytes) in pieces(data).enumerate() {
        let now = Time::from_millis(300 * count as u64);
        let port = if count % 3 == 2 { 40_000 } else { 5_353 };
        let source = ([192, 0, 2, 2], port).into();
        let received = ReceivedMessage { socket: 0, source, link: &[address], bytes };
        names.handle_message(now, &received);
        // As the event loop does with what is due at once.
        names.handle_timeout(now);
        while let Some(message) = names.poll_outgoing() {
            assert!((12..=9_000).contains(&message.bytes.len()));
        }
        while names.poll_event().is_some() {}
        assert!(names.deadline().is_none_or(|at| at > now));
    }
}
