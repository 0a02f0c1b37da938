//! Offers that meet, offers that wait, and ends of calls that are told by silence.

use roomrtc_core::base::Time;
use roomrtc_core::session::DescriptionKind;
use roomrtc_io_mio::LocalAddress;

use super::memory_call::{MemoryCall, address};
use super::{CallEnd, ClientCommand, ClientEvent};

/// Two clients of which the second is polite.
fn call() -> MemoryCall {
    let mut call = MemoryCall::new(false);
    call.clients[1].settings.is_polite = true;
    call
}

fn connected() -> MemoryCall {
    let mut call = call();
    call.command(0, ClientCommand::Offer);
    call.run_until(|call| call.is_connected(0) && call.is_connected(1));
    call
}

/// How many descriptions of this kind a client has made.
fn made(call: &MemoryCall, client: usize, wanted: DescriptionKind) -> usize {
    let is_one = |event: &&ClientEvent| matches!(event, ClientEvent::LocalDescription { kind, .. } if *kind == wanted);
    call.told[client].iter().filter(is_one).count()
}

fn has_given_way(call: &MemoryCall, client: usize) -> bool {
    call.told[client].iter().any(|event| matches!(event, ClientEvent::OfferTakenBack))
}

fn has_refused(call: &MemoryCall, client: usize) -> bool {
    call.told[client].iter().any(|event| matches!(event, ClientEvent::DescriptionRefused(_)))
}

#[test]
fn where_first_offers_meet_the_polite_one_makes_way() {
    let mut call = call();
    call.command(0, ClientCommand::Offer);
    call.command(1, ClientCommand::Offer);
    call.run_until(|call| call.is_connected(0) && call.is_connected(1));
    assert!(has_given_way(&call, 1) && !has_given_way(&call, 0));
    assert!(has_refused(&call, 0) && !has_refused(&call, 1));
    assert_eq!(made(&call, 1, DescriptionKind::Offer), 1, "its answer says it all");
}

#[test]
fn what_made_way_in_a_call_is_offered_again() {
    let mut call = connected();
    for client in [0, 1] {
        call.command(client, ClientCommand::RestartIce);
        call.command(client, ClientCommand::Offer);
    }
    call.run_until(|call| made(call, 0, DescriptionKind::Answer) == 1);
    assert!(has_given_way(&call, 1));
    assert_eq!(made(&call, 1, DescriptionKind::Offer), 2);
    assert_eq!(made(&call, 1, DescriptionKind::Answer), 2);
}

#[test]
fn where_nobody_makes_way_both_say_so() {
    let mut call = call();
    call.clients[1].settings.is_polite = false;
    call.command(0, ClientCommand::Offer);
    call.command(1, ClientCommand::Offer);
    call.run_until(|call| has_refused(call, 0) && has_refused(call, 1));
    assert!(call.ends.iter().all(Vec::is_empty), "{:?}", call.ends);
}

#[test]
fn an_offer_waits_until_the_one_before_it_is_answered() {
    let mut call = connected();
    call.command(0, ClientCommand::Offer);
    call.command(0, ClientCommand::Offer);
    assert_eq!(made(&call, 0, DescriptionKind::Offer), 1, "none of them is told yet");
    call.run_until(|call| made(call, 1, DescriptionKind::Answer) == 3);
    assert_eq!(made(&call, 0, DescriptionKind::Offer), 3);
}

#[test]
fn an_offer_that_nobody_has_seen_makes_way_for_any() {
    let mut call = MemoryCall::new(true);
    // Its candidates are not known yet, so its offer waits for them.
    call.clients[1] = MemoryCall::client(1, true);
    call.command(1, ClientCommand::Offer);
    call.command(0, ClientCommand::Offer);
    call.run_until(|call| made(call, 0, DescriptionKind::Offer) == 1);
    let complete = [LocalAddress::Added(address(1)), LocalAddress::Complete];
    for change in complete {
        call.clients[1].handle_local_address(call.now, change);
    }
    call.run_until(|call| call.is_connected(0) && call.is_connected(1));
    assert_eq!(made(&call, 1, DescriptionKind::Offer), 0);
}

#[test]
fn a_stream_that_ends_before_a_silence_was_a_goodbye() {
    let mut call = connected();
    call.send_frame(0, 10);
    call.run_until(|call| call.frames[1].len() == 1);
    // Of RFC 7983's ranges that of DTLS: `close_notify` never arrives.
    call.is_lost = |datagram| matches!(datagram.first(), Some(20..=63));
    call.command(0, ClientCommand::HangUp);
    call.run_until(|call| !call.ends[1].is_empty());
    assert_eq!(call.ends[1], [CallEnd::There]);
    assert!(call.now > Time::from_secs(25), "{:?}", call.now);
    assert!(call.told[1].iter().any(|event| matches!(event, ClientEvent::StreamEnded)));
}

#[test]
fn a_silence_without_a_goodbye_is_a_loss() {
    let mut call = connected();
    call.is_lost = |_| true;
    call.run_until(|call| call.ends.iter().all(|ends| !ends.is_empty()));
    assert_eq!(call.ends, [vec![CallEnd::Gone], vec![CallEnd::Gone]]);
}

#[test]
fn what_was_tried_in_vain_is_named() {
    let mut call = call();
    call.is_lost = |_| true;
    call.command(0, ClientCommand::Offer);
    call.run_until(|call| call.ends.iter().all(|ends| !ends.is_empty()));
    let CallEnd::NoWay(tried) = &call.ends[0][0] else { panic!("{:?}", call.ends) };
    assert!(tried.starts_with("tried from host 192.0.2.1:4000 to host 192.0.2.2:4000"), "{tried}");
}
