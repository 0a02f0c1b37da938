//! Candidates with names, of a whole session.

use std::net::SocketAddr;

use super::{
    CandidateInit, Command, CommandError, Datagram, DescriptionKind, Event, Input, Peer, PeerConfig,
};
use crate::base::{Seed, Time};

const NAMES: [&str; 2] = ["d4cb3bc0.local", "0d8f7a52.local"];

fn address(side: usize) -> SocketAddr {
    SocketAddr::from(([192, 0, 2, 1 + side as u8], 4_000))
}

fn command(peer: &mut Peer, command: Command<'_>) {
    peer.handle(Time::ZERO, Input::Command(command)).expect("it fits");
}

/// Two peers that hide their addresses.
fn peers() -> [Peer; 2] {
    [0, 1].map(|side| {
        let seed = Seed::from_u64(70 + side as u64);
        let mut peer = Peer::new(PeerConfig::default(), seed, Time::ZERO);
        let (address, name) = (address(side).ip(), NAMES[side].to_owned());
        command(&mut peer, Command::NameLocalAddress { address, name });
        peer
    })
}

fn announce(peer: &mut Peer, side: usize) {
    command(peer, Command::AddLocalAddress(address(side)));
    command(peer, Command::EndOfLocalAddresses);
}

/// Carries everything between the peers until nothing moves: what they tell each other, which may
/// hold no address, and whether each has found a path.
fn exchange(peers: &mut [Peer; 2], now: Time) -> (Vec<String>, [bool; 2]) {
    let (mut told, mut is_connected, mut moves) = (Vec::new(), [false; 2], true);
    while std::mem::take(&mut moves) {
        for side in [0, 1] {
            while let Some(event) = peers[side].poll_event() {
                moves = true;
                is_connected[side] |= event == Event::IceConnected;
                carry(peers, side, now, event, &mut told);
            }
            let mut payload = Vec::new();
            while let Some(transmit) = peers[side].poll_transmit(&mut payload) {
                let (local, remote) = (transmit.destination, transmit.local);
                let datagram = Datagram { local, remote, ecn: 0, payload: &payload };
                peers[1 - side].handle(now, Input::Datagram(datagram)).expect("never errs");
                payload.clear();
                moves = true;
            }
        }
    }
    (told, is_connected)
}

fn carry(peers: &mut [Peer; 2], side: usize, now: Time, event: Event, told: &mut Vec<String>) {
    let (to, carried) = match &event {
        Event::LocalDescription { kind, sdp } => {
            told.push(sdp.clone());
            (1 - side, Command::SetRemoteDescription { kind: *kind, sdp })
        }
        Event::LocalCandidate(init) => {
            told.push(init.candidate.clone());
            (1 - side, Command::AddRemoteCandidate(init.clone()))
        }
        Event::UnresolvedCandidate(init) => {
            let found = address(1 - side).ip().to_string();
            let candidate = init.candidate.replace(NAMES[1 - side], &found);
            assert_ne!(candidate, init.candidate);
            (side, Command::AddRemoteCandidate(CandidateInit { candidate, ..init.clone() }))
        }
        _ => return,
    };
    peers[to].handle(now, Input::Command(carried)).expect("it fits");
}

#[test]
fn two_that_hide_their_addresses_meet_and_only_names_cross() {
    for is_trickled in [false, true] {
        let mut peers = peers();
        if !is_trickled {
            announce(&mut peers[0], 0);
            announce(&mut peers[1], 1);
        }
        command(&mut peers[0], Command::CreateOffer);
        let (mut told, mut connected) = exchange(&mut peers, Time::ZERO);
        if is_trickled {
            announce(&mut peers[0], 0);
            announce(&mut peers[1], 1);
        }
        for step in 1..20 {
            let now = Time::from_millis(step * 50);
            for peer in &mut peers {
                peer.handle(now, Input::Tick).expect("time never errs");
            }
            let (more, is_connected) = exchange(&mut peers, now);
            told.extend(more);
            connected = [0, 1].map(|side| connected[side] || is_connected[side]);
        }
        assert_eq!(connected, [true; 2]);
        assert!(told.iter().all(|text| !text.contains("192.0.2.")), "{told:?}");
        assert!(NAMES.iter().all(|name| told.iter().any(|text| text.contains(name))), "{told:?}");
        assert!(told[0].contains("c=IN IP4 0.0.0.0\r\n") && told[0].contains("m=video 9 "));
    }
}

#[test]
fn a_name_that_no_host_can_have_is_refused() {
    let mut peer = Peer::new(PeerConfig::default(), Seed::from_u64(1), Time::ZERO);
    let name = "no name".to_owned();
    let refused = Command::NameLocalAddress { address: address(0).ip(), name: name.clone() };
    let refusal = peer.handle(Time::ZERO, Input::Command(refused));
    assert_eq!(refusal, Err(CommandError::LocalName(name)));
}

/// Candidates of each useless kind, as lines of a description.
const USELESS: &str = "\
    a=candidate:1 1 tcp 5 a1.local 9 typ host tcptype active generation 0\r\n\
    a=candidate:2 1 ssltcp 5 192.0.2.7 443 typ host network-id 1 network-cost 10\r\n\
    a=candidate:3 2 udp 5 a2.local 4001 typ host generation 0 x\r\n\
    a=candidate:4 1 udp 5 192.0.2.7 4001 typ fancy\r\n\
    a=candidate:5 1 udp 5 fe80::1%eth0 4001 typ host\r\n\
    a=candidate:6 1 udp\r\na=end-of-candidates\r\n";

fn offer_of(peer: &mut Peer) -> String {
    announce(peer, 0);
    command(peer, Command::CreateOffer);
    let mut events = std::iter::from_fn(|| peer.poll_event());
    let offer = events.find_map(|event| match event {
        Event::LocalDescription { sdp, .. } => Some(sdp),
        _ => None,
    });
    offer.expect("an offer")
}

#[test]
fn candidates_of_no_use_are_counted_wherever_they_stand_and_harm_nothing() {
    let mut peers = peers();
    let sdp = offer_of(&mut peers[0]).replacen("a=end-of-candidates\r\n", USELESS, 1);
    let kind = DescriptionKind::Offer;
    command(&mut peers[1], Command::SetRemoteDescription { kind, sdp: &sdp });
    let tcp = "candidate:7 1 tcp 5 192.0.2.7 9 typ host tcptype active";
    for text in [tcp, "candidate:8 1 udp 5 x.local 9 typ host"] {
        for mid in ["0", "7"] {
            let (candidate, sdp_mid) = (text.to_owned(), Some(mid.to_owned()));
            let init = CandidateInit { candidate, sdp_mid, ..CandidateInit::default() };
            command(&mut peers[1], Command::AddRemoteCandidate(init));
        }
    }
    let counted = peers[1].statistics().candidates_ignored.into_iter();
    let counted: Vec<String> = counted.map(|(name, count)| format!("{name} {count}")).collect();
    let expected = "address 1, component 1, late 1, section 2, transport 3, type 1, unreadable 1";
    assert_eq!(counted.join(", "), expected);
    let unresolved = |event: &Event| matches!(event, Event::UnresolvedCandidate(_));
    assert_eq!(std::iter::from_fn(|| peers[1].poll_event()).filter(unresolved).count(), 1);
}
