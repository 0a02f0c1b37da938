//! Losing the server, the other side and the way in mid-call.

use std::time::Duration;

use roomrtc_core::signaling::UserState;

use super::World;
use crate::desktop::{
    Action, CallEnding, CallStage, DesktopStart, DoctorFinding, Notice, Screen, ServerState,
};

fn stage(world: &World, seat: usize) -> Option<CallStage> {
    world.seats[seat].desktop.call.as_ref().map(|call| call.stage)
}

#[test]
fn a_call_outlives_its_server_and_is_known_to_the_next() {
    let mut world = World::in_call();
    world.server.stop();
    world.pass(Duration::from_secs(5));
    for seat in [0, 1] {
        let desktop = &world.seats[seat].desktop;
        assert!(matches!(desktop.server.state, ServerState::Waiting { .. }));
        assert_eq!(
            (desktop.screen(), stage(&world, seat)),
            (Screen::Call, Some(CallStage::Connected))
        );
        assert!(desktop.call.as_ref().is_some_and(|call| call.is_detached));
        assert!(world.notices(seat).contains(&&Notice::CallDetached));
    }
    let decoded = world.seats[1].counts.frames_decoded;
    world.server.start();
    let is_back = |world: &World| {
        let attached = |call: &crate::desktop::CurrentCall| !call.is_detached;
        world.seats.iter().all(|seat| seat.desktop.call.as_ref().is_some_and(attached))
    };
    world.run_until(is_back);
    assert!(world.seats[1].counts.frames_decoded > decoded, "media never stopped");
    assert!(world.notices(0).contains(&&Notice::CallRejoined));
    world.act(0, Action::HangUp);
    world.run_until(|world| world.seats.iter().all(|seat| seat.desktop.call.is_none()));
    world.pass(Duration::from_secs(1));
    let people = &world.seats[1].desktop.lobby.people;
    assert_eq!(people[0].state, UserState::Available);
}

#[test]
fn who_hangs_up_without_a_server_has_hung_up() {
    let mut world = World::in_call();
    world.server.stop();
    world.pass(Duration::from_secs(2));
    world.act(0, Action::HangUp);
    world.run_until(|world| world.seats.iter().all(|seat| seat.desktop.call.is_none()));
    assert_eq!(world.seats[0].desktop.screen(), Screen::Lobby);
}

#[test]
fn a_way_that_is_lost_for_a_while_is_found_again() {
    let mut world = World::in_call();
    world.arrives = |_| false;
    let is_lost = |world: &World| matches!(stage(world, 0), Some(CallStage::Reconnecting { .. }));
    world.run_until(is_lost);
    assert_eq!(world.seats[0].desktop.screen(), Screen::Call);
    world.arrives = |_| true;
    let decoded = world.seats[0].counts.frames_decoded;
    let both = |world: &World| {
        [0, 1].into_iter().all(|seat| stage(world, seat) == Some(CallStage::Connected))
    };
    world.run_until(both);
    world.run_until(|world| world.seats[0].counts.frames_decoded > decoded + 5);
}

#[test]
fn a_peer_that_is_killed_ends_the_call_in_a_while() {
    let mut world = World::in_call();
    world.restart(1, 9, DesktopStart::default());
    world.run_until(|world| matches!(stage(world, 0), Some(CallStage::Reconnecting { .. })));
    world.run_until(|world| world.seats[0].desktop.call.is_none());
    let is_told = |notice: &&&Notice| {
        matches!(
            notice,
            Notice::CallOver { ending: CallEnding::Gone | CallEnding::ConnectionLost, .. }
        )
    };
    assert_eq!(world.notices(0).iter().filter(is_told).count(), 1, "{:?}", world.notices(0));
    assert_eq!(world.seats[0].desktop.screen(), Screen::Lobby);
    let finding = world.seats[0].desktop.doctor.as_ref().map(|report| report.finding);
    assert!(matches!(finding, Some(DoctorFinding::PeerSilent | DoctorFinding::Healthy)));
}

#[test]
fn a_login_that_is_over_in_mid_call_leaves_the_call() {
    let mut world = World::in_call();
    world.server.end_sessions();
    world.server.stop();
    world.server.start();
    world.run_until(|world| world.notices(0).contains(&&Notice::SessionOver));
    assert_eq!(world.seats[0].desktop.screen(), Screen::Call);
    world.pass(Duration::from_secs(2));
    assert_eq!(stage(&world, 0), Some(CallStage::Connected));
    world.act(0, Action::HangUp);
    world.run_until(|world| world.seats[0].desktop.call.is_none());
    let desktop = &world.seats[0].desktop;
    assert_eq!((desktop.screen(), &*desktop.welcome.user), (Screen::Welcome, "alice"));
}
