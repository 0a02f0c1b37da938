//! How long STUN servers are asked.

use std::net::SocketAddr;

use super::Agent;
use crate::base::{Seed, Time};
use crate::ice::Config;

/// When a server that never answers is asked, and when gathering is over, in milliseconds.
fn silent(is_trickling: bool) -> (Vec<u128>, u128) {
    let server: SocketAddr = ([198, 51, 100, 1], 3_478).into();
    let config = Config { stun_servers: vec![server], is_trickling, ..Config::default() };
    let mut agent = Agent::new(config, &Seed::from_u64(7), Time::ZERO);
    agent.add_local_address(Time::ZERO, ([192, 0, 2, 1], 4_000).into());
    agent.end_of_local_addresses(Time::ZERO);
    let (mut now, mut asked, mut datagram) = (Time::ZERO, Vec::new(), Vec::new());
    while !agent.is_gathering_complete() {
        now = agent.deadline().expect("a deadline").at;
        agent.handle_timeout(now);
        while agent.poll_transmit(&mut datagram).is_some() {
            asked.push(now.since(Time::ZERO).as_millis());
            datagram.clear();
        }
    }
    (asked, now.since(Time::ZERO).as_millis())
}

#[test]
fn a_silent_server_is_asked_longer_where_nothing_waits_for_it() {
    assert_eq!(silent(false), (vec![0, 500, 1_500, 3_500], 5_500));
    let all = vec![0, 500, 1_500, 3_500, 7_500, 15_500, 31_500];
    assert_eq!(silent(true), (all, 39_500));
}
