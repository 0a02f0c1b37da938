//! A controlling peer that puts USE-CANDIDATE into every check, as RFC 5245 allowed.

use std::net::SocketAddr;

use roomrtc_core::ice::{ConnectionState, Role};

use super::scripted_peer::ScriptedPeer;

fn address(last: u8) -> SocketAddr {
    SocketAddr::from(([192, 0, 2, last], 6000))
}

fn nominate(peer: &mut ScriptedPeer, from: SocketAddr, priority: u32) {
    let check = peer.check(|message| {
        message.priority(priority).use_candidate();
    });
    peer.receive(from, &check);
}

fn selected(peer: &ScriptedPeer) -> SocketAddr {
    peer.agent.selected().expect("a pair").remote
}

#[test]
fn the_best_of_several_nominated_pairs_is_selected() {
    let mut peer = ScriptedPeer::new(Role::Controlled);
    let all = [address(7), address(8), address(9)];
    for (remote, priority) in all.into_iter().zip([500, 900, 700]) {
        nominate(&mut peer, remote, priority);
    }
    peer.run(200, &all);
    assert_eq!(peer.agent.state(), ConnectionState::Completed);
    assert_eq!(selected(&peer), address(8));
    assert!(all.iter().all(|remote| peer.agent.accepts(peer.local, *remote)));
}

#[test]
fn a_later_and_better_nomination_wins_and_a_worse_one_does_not() {
    let mut peer = ScriptedPeer::new(Role::Controlled);
    let all = [address(7), address(8), address(9)];
    nominate(&mut peer, address(7), 5_000);
    peer.run(100, &all);
    assert_eq!(selected(&peer), address(7));
    nominate(&mut peer, address(8), 9_000);
    peer.run(100, &all);
    assert_eq!(selected(&peer), address(8));
    nominate(&mut peer, address(9), 7_000);
    peer.run(100, &all);
    assert_eq!(selected(&peer), address(8));
}

#[test]
fn once_the_selected_pair_is_silent_the_last_nomination_counts() {
    let mut peer = ScriptedPeer::new(Role::Controlled);
    nominate(&mut peer, address(7), 9_000);
    peer.run(100, &[address(7)]);
    peer.run(16_000, &[]);
    assert_eq!(peer.agent.state(), ConnectionState::Disconnected);
    nominate(&mut peer, address(8), 5_000);
    peer.run(100, &[address(8)]);
    assert_eq!(selected(&peer), address(8));
    assert_eq!(peer.agent.state(), ConnectionState::Completed);
}
