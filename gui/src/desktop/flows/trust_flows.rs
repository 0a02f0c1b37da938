//! Certificates: the server's and the other side's.

use std::time::Duration;

use roomrtc_core::signaling::Password;
use roomrtc_io_mio::CertificateFingerprint;

use super::World;
use crate::desktop::{
    Action, DesktopEffect, DoctorFinding, KnownPeer, Notice, PeerKey, Problem, Screen, ServerState,
};

fn sign_in() -> Action {
    let (server, user) = (World::SERVER.to_owned(), "alice".to_owned());
    Action::SignIn { server, user, password: Password::new(World::PASSWORD) }
}

/// A start that knows another certificate of the server than it has now.
fn changed() -> (World, CertificateFingerprint) {
    let (mut world, before) = World::with_a_changed_server();
    world.act(0, sign_in());
    (world, before)
}

#[test]
fn a_server_with_another_certificate_is_asked_about_before_anything_is_sent() {
    let (mut world, before) = changed();
    let found = world.server.certificate;
    let desktop = &world.seats[0].desktop;
    let change = desktop.welcome.certificate_change.as_ref().expect("a question");
    assert_eq!((change.kept, change.found), (Some(before), found));
    assert_eq!(desktop.welcome.problem, Some(Problem::CertificateChanged));
    assert_eq!(desktop.server.state, ServerState::CertificateChanged);
    let finding = desktop.doctor.as_ref().map(|report| report.finding);
    assert_eq!(finding, Some(DoctorFinding::ServerCertificateChanged));
    world.pass(Duration::from_secs(60));
    assert_eq!(world.seats[0].desktop.screen(), Screen::Welcome, "nobody has said yes");
    assert!(world.seats[0].take_wanted().is_empty(), "nothing is kept");
}

#[test]
fn who_trusts_the_new_certificate_is_in() {
    let (mut world, _) = changed();
    world.act(0, Action::TrustNewCertificate);
    world.run_until(|world| world.seats[0].desktop.screen() == Screen::Lobby);
    let found = world.server.certificate;
    let keeps = |effect: &DesktopEffect| matches!(effect, DesktopEffect::KeepCertificate { certificate, .. } if *certificate == found);
    assert!(world.seats[0].take_wanted().iter().any(keeps));
}

#[test]
fn who_does_not_trust_it_is_back_at_the_form() {
    let (mut world, before) = changed();
    world.act(0, Action::DistrustNewCertificate);
    let desktop = &world.seats[0].desktop;
    assert!(desktop.welcome.certificate_change.is_none() && desktop.welcome.problem.is_none());
    assert_eq!(desktop.server.state, ServerState::Away);
    world.act(0, sign_in());
    let change = world.seats[0].desktop.welcome.certificate_change.as_ref();
    assert_eq!(change.and_then(|change| change.kept), Some(before), "it is asked again");
}

#[test]
fn a_certificate_that_changes_in_mid_call_leaves_the_call_and_is_asked_about_after_it() {
    let mut world = World::in_call();
    world.server.certificate = CertificateFingerprint::of(b"somebody else's");
    world.server.stop();
    world.server.start();
    let is_asked =
        |world: &World| world.seats[0].desktop.server.state == ServerState::CertificateChanged;
    world.run_until(is_asked);
    assert_eq!(world.seats[0].desktop.screen(), Screen::Call);
    world.act(0, Action::HangUp);
    world.run_until(|world| world.seats[0].desktop.call.is_none());
    assert_eq!(world.seats[0].desktop.screen(), Screen::Welcome);
    world.act(0, Action::TrustNewCertificate);
    world.run_until(|world| world.seats[0].desktop.screen() == Screen::Lobby);
    assert_eq!(world.seats[0].desktop.server.state, ServerState::Connected);
}

/// What is remembered of people, of what was wanted.
fn remembered(world: &mut World, seat: usize) -> Vec<KnownPeer> {
    let wanted = world.seats[seat].take_wanted().into_iter();
    let peers = wanted.filter_map(|effect| match effect {
        DesktopEffect::RememberPeer(peer) => Some(peer),
        _ => None,
    });
    peers.collect()
}

fn peer_key(world: &World) -> PeerKey {
    world.seats[0].desktop.call.as_ref().expect("a call").peer_key
}

#[test]
fn both_sides_have_the_same_safety_number_and_remember_it() {
    let mut world = World::in_call();
    let numbers = [0, 1].map(|seat| {
        let call = world.seats[seat].desktop.call.as_ref().expect("a call");
        call.safety_number.expect("a number")
    });
    assert_eq!(numbers[0], numbers[1]);
    assert_eq!(peer_key(&world), PeerKey::First);
    let known = remembered(&mut world, 0);
    assert_eq!((&*known[0].user, known[0].is_confirmed), ("bob", false));
    world.hang_up();
    world.call(0, 1, "bob");
    assert_eq!(peer_key(&world), PeerKey::Same);
    world.act(0, Action::ConfirmSafetyNumber);
    assert_eq!(peer_key(&world), PeerKey::Confirmed);
    assert!(remembered(&mut world, 0)[0].is_confirmed);
    world.hang_up();
    world.call(0, 1, "bob");
    assert_eq!(peer_key(&world), PeerKey::Confirmed);
}

#[test]
fn a_peer_with_another_certificate_is_shown_until_the_user_accepts_it() {
    let mut world = World::with_a_changed_peer();
    assert!(matches!(peer_key(&world), PeerKey::Changed { was_confirmed: true, .. }));
    let notice = Notice::PeerKeyChanged { user: "bob".into() };
    assert!(world.notices(0).contains(&&notice));
    assert_eq!(remembered(&mut world, 0), [], "the old one stays known");
    world.hang_up();
    world.call(0, 1, "bob");
    assert!(matches!(peer_key(&world), PeerKey::Changed { .. }), "it is said again");
    world.act(0, Action::AcceptPeerKey);
    assert_eq!(peer_key(&world), PeerKey::Same);
    assert!(!remembered(&mut world, 0)[0].is_confirmed);
    world.hang_up();
    world.call(0, 1, "bob");
    assert_eq!(peer_key(&world), PeerKey::Same);
}
