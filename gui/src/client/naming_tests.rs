//! Clients that hide their addresses, joined by memory.

use std::net::IpAddr;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::{CandidateInit, PeerConfig};
use roomrtc_io_mio::{LocalAddress, NameAction, NameEvent, is_candidate_name};

use super::{Client, ClientCommand, ClientEvent, ClientSettings, Effect};

const HERE: [u8; 4] = [192, 0, 2, 1];

fn client(hide_addresses: bool) -> Client {
    let mut client = Client::new(ClientSettings {
        peer: PeerConfig::default(),
        seed: Seed::from_u64(5),
        no_trickle: false,
        is_polite: false,
        hide_addresses,
        recording: None,
        impairment: None,
    });
    client.handle_local_address(Time::ZERO, LocalAddress::Added((HERE, 4_000).into()));
    client.handle_local_address(Time::ZERO, LocalAddress::Complete);
    client
}

/// Everything that the client tells the other side, or says.
fn told(client: &mut Client) -> String {
    let mut told = String::new();
    while let Some(effect) = client.poll_effect() {
        match effect {
            Effect::Tell(ClientEvent::LocalDescription { sdp, .. }) => told += &sdp,
            Effect::Tell(ClientEvent::LocalCandidate(init)) => told += &init.candidate,
            Effect::Tell(ClientEvent::NamesFault(text)) => told += &text,
            _ => {}
        }
    }
    told
}

fn actions(client: &mut Client) -> Vec<NameAction> {
    std::iter::from_fn(|| client.poll_name_action()).collect()
}

#[test]
fn each_call_has_names_of_its_own_which_are_withdrawn() {
    let mut client = client(true);
    let mut names = Vec::new();
    for call in 0..2 {
        client.handle_command(Time::from_secs(call), ClientCommand::Offer);
        let offered = actions(&mut client);
        let [NameAction::Offer { name, address }] = offered.as_slice() else {
            panic!("{offered:?}")
        };
        assert_eq!(*address, IpAddr::from(HERE));
        assert!(is_candidate_name(name));
        let told = told(&mut client);
        assert!(told.contains(name) && !told.contains("192.0.2."), "{told}");
        client.handle_command(Time::from_secs(call), ClientCommand::Offer);
        assert_eq!(actions(&mut client), [], "it has a name");
        client.handle_command(Time::from_secs(call), ClientCommand::HangUp);
        while client.poll_transmit(Time::from_secs(call), &mut Vec::new()).is_some() {}
        assert_eq!(actions(&mut client), [NameAction::Withdraw(name.clone())]);
        names.push(name.clone());
    }
    assert_ne!(names[0], names[1]);
}

#[test]
fn a_client_ends_only_when_its_names_are_withdrawn() {
    let mut client = client(true);
    client.handle_command(Time::ZERO, ClientCommand::Offer);
    client.handle_command(Time::ZERO, ClientCommand::Stop);
    while client.poll_transmit(Time::ZERO, &mut Vec::new()).is_some() {}
    while client.poll_effect().is_some() {}
    assert!(!client.is_finished());
    assert_eq!(actions(&mut client).len(), 2);
    assert!(client.is_finished());
}

#[test]
fn without_the_option_addresses_are_told_as_they_are() {
    let mut client = client(false);
    client.handle_command(Time::ZERO, ClientCommand::Offer);
    assert!(told(&mut client).contains("192.0.2.1"));
    assert_eq!(actions(&mut client), []);
}

/// Lets a client that offers take an answer with these candidates.
fn agreed(candidates: &str) -> Client {
    let (mut offerer, mut answerer) = (client(false), client(false));
    offerer.handle_command(Time::ZERO, ClientCommand::Offer);
    carry_description(&mut offerer, &mut answerer, "");
    carry_description(&mut answerer, &mut offerer, candidates);
    offerer
}

fn carry_description(from: &mut Client, to: &mut Client, candidates: &str) {
    while let Some(effect) = from.poll_effect() {
        if let Effect::Tell(ClientEvent::LocalDescription { kind, sdp }) = effect {
            let sdp = sdp.replacen("a=ice-ufrag", &format!("{candidates}a=ice-ufrag"), 1);
            to.handle_command(Time::ZERO, ClientCommand::Describe { kind, sdp });
        }
    }
}

const NAME: &str = "0aeb1b66-2f1d-4d9c-8d20-3f0f5b1e8c11.local";

#[test]
fn names_of_candidates_are_resolved_and_others_are_not() {
    let line = |name: &str| format!("a=candidate:1 1 udp 99 {name} 4001 typ host\r\n");
    let all = line("printer.local") + &line(&NAME.to_uppercase()) + &line("example.org");
    let mut client = agreed(&all);
    let init = CandidateInit {
        candidate: format!("candidate:2 1 udp 98 {NAME} 4002 typ host"),
        sdp_mline_index: Some(0),
        ..CandidateInit::default()
    };
    client.handle_command(Time::ZERO, ClientCommand::Candidate(init));
    let resolve = NameAction::Resolve(NAME.to_owned());
    assert_eq!(actions(&mut client), [resolve.clone(), resolve]);
    assert!(checks(&mut client, 0).is_empty());
    let address = [192, 0, 2, 77].into();
    let event = NameEvent::Resolved { name: NAME.to_owned(), address };
    client.handle_name(Time::from_secs(1), event.clone());
    assert_eq!(checks(&mut client, 1), ["192.0.2.77:4001", "192.0.2.77:4002"]);
    client.handle_name(Time::from_secs(2), event);
}

/// Where the client sends to in a second.
fn checks(client: &mut Client, second: u64) -> Vec<String> {
    let mut sent = Vec::new();
    for step in 0..20 {
        let now = Time::from_millis(second * 1_000 + step * 50);
        client.handle_timeout(now);
        let mut bytes = Vec::new();
        while let Some(transmit) = client.poll_transmit(now, &mut bytes) {
            sent.push(transmit.destination.to_string());
        }
    }
    sent.sort();
    sent.dedup();
    sent
}

#[test]
fn what_cannot_be_resolved_ends_nothing_and_no_multicast_is_said() {
    let mut client = agreed(&format!("a=candidate:1 1 udp 99 {NAME} 4001 typ host\r\n"));
    client.handle_name(Time::ZERO, NameEvent::NotResolved { name: NAME.to_owned() });
    client.handle_name(Time::ZERO, NameEvent::Unavailable("no interface".into()));
    let told = told(&mut client);
    assert!(told.ends_with("cannot be resolved or told: no interface"), "{told}");
}
