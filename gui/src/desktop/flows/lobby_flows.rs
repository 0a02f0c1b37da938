//! People, and calls that were not accepted yet.

use std::time::Duration;

use roomrtc_core::signaling::client::CallRole;
use roomrtc_core::signaling::{ErrorCode, Password, UserState};

use super::World;
use crate::desktop::{
    Action, CallEnding, DesktopStart, Notice, RingingStage, Screen, ServerState, SourceState,
};

fn stage(world: &World, seat: usize) -> Option<RingingStage> {
    world.seats[seat].desktop.ringing.as_ref().map(|ringing| ringing.stage)
}

fn call(world: &mut World, seat: usize, user: &str) {
    world.act(seat, Action::Call(user.to_owned()));
    world.pass(Duration::from_millis(100));
}

#[test]
fn people_are_shown_with_their_state_and_can_be_searched() {
    let mut world = World::in_lobby(3);
    world.act(2, Action::SignOut);
    world.pass(Duration::from_secs(1));
    let people = &world.seats[0].desktop.lobby.people;
    let shown: Vec<_> = people.iter().map(|person| (&*person.name, person.state)).collect();
    assert_eq!(shown, [("bob", UserState::Available), ("carol", UserState::Offline)]);
    world.act(0, Action::Search(" AR".into()));
    let found: Vec<&str> = world.seats[0].desktop.lobby.found().map(|it| &*it.name).collect();
    assert_eq!(found, ["carol"]);
}

#[test]
fn a_call_rings_on_both_sides_and_begins_when_it_is_accepted() {
    let mut world = World::in_lobby(2);
    call(&mut world, 0, "bob");
    assert_eq!(stage(&world, 0), Some(RingingStage::RingsThere));
    assert_eq!(stage(&world, 1), Some(RingingStage::RingsHere));
    assert_eq!(world.seats[1].desktop.ringing.as_ref().map(|it| it.name()), Some("alice"));
    world.act(1, Action::Accept);
    world.run_until(|world| world.seats[0].desktop.screen() == Screen::Call);
    assert_eq!(world.seats[1].desktop.screen(), Screen::Call);
    assert_eq!((stage(&world, 0), stage(&world, 1)), (None, None));
}

#[test]
fn a_caller_can_give_up_and_the_other_has_missed_a_call() {
    let mut world = World::in_lobby(2);
    call(&mut world, 0, "bob");
    world.act(0, Action::Cancel);
    world.pass(Duration::from_secs(1));
    assert_eq!((stage(&world, 0), stage(&world, 1)), (None, None));
    let missed = Notice::MissedCall { user: "alice".into() };
    assert!(world.notices(1).contains(&&missed));
    assert_eq!(world.seats[1].desktop.lobby.missed[0].user, "alice");
    call(&mut world, 0, "bob");
    assert_eq!(stage(&world, 1), Some(RingingStage::RingsHere), "it can be called again");
}

#[test]
fn a_callee_can_decline() {
    let mut world = World::in_lobby(2);
    call(&mut world, 0, "bob");
    world.act(1, Action::Reject);
    world.pass(Duration::from_secs(1));
    assert!(world.notices(0).contains(&&Notice::Rejected { user: "bob".into() }));
    assert_eq!((stage(&world, 0), stage(&world, 1)), (None, None));
    assert!(world.seats[1].desktop.lobby.missed.is_empty(), "who declines has missed nothing");
}

#[test]
fn nobody_answers() {
    let mut world = World::in_lobby(2);
    call(&mut world, 0, "bob");
    world.run_until(|world| world.seats[0].desktop.ringing.is_none());
    let ending = CallEnding::NoAnswer;
    assert!(world.notices(0).contains(&&Notice::NotAccepted { user: "bob".into(), ending }));
    world.pass(Duration::from_secs(1));
    assert_eq!(world.seats[1].desktop.lobby.missed.len(), 1);
}

#[test]
fn who_is_in_a_call_is_busy() {
    let mut world = World::in_lobby(3);
    world.call(0, 1, "bob");
    call(&mut world, 2, "bob");
    assert!(world.notices(2).contains(&&Notice::Refused(ErrorCode::UserBusy)));
    assert_eq!(stage(&world, 2), None);
    assert!(world.seats[1].desktop.ringing.is_none());
}

#[test]
fn missed_calls_are_told_at_the_next_login_until_they_were_seen() {
    let mut world = World::in_lobby(2);
    let sign_in = |world: &mut World| {
        let (server, user) = (World::SERVER.to_owned(), "bob".to_owned());
        let password = Password::new(World::PASSWORD);
        world.act(1, Action::SignIn { server, user, password });
        world.run_until(|world| world.seats[1].desktop.screen() == Screen::Lobby);
        world.pass(Duration::from_secs(1));
    };
    let missed = |world: &World| world.seats[1].desktop.lobby.missed.len();
    world.act(1, Action::SignOut);
    world.pass(Duration::from_secs(1));
    call(&mut world, 0, "bob");
    assert!(world.notices(0).contains(&&Notice::Refused(ErrorCode::UserOffline)));
    sign_in(&mut world);
    assert_eq!(missed(&world), 1);
    world.restart(1, 1, DesktopStart::default());
    world.pass(Duration::from_secs(40));
    sign_in(&mut world);
    assert_eq!(missed(&world), 1, "it is told until it was seen");
    world.act(1, Action::MissedCallsSeen);
    assert_eq!(missed(&world), 0);
    world.act(1, Action::SignOut);
    world.pass(Duration::from_secs(1));
    sign_in(&mut world);
    assert_eq!(missed(&world), 0);
}

#[test]
fn a_call_that_was_missed_here_is_listed_once_until_it_was_seen() {
    let mut world = World::in_lobby(2);
    let listed = |world: &World| world.seats[1].desktop.lobby.missed.len();
    call(&mut world, 0, "bob");
    world.act(0, Action::Cancel);
    world.pass(Duration::from_secs(1));
    assert_eq!(listed(&world), 1);
    assert!(world.seats[1].desktop.lobby.missed[0].number > 0, "the server has told it");
    world.server.stop();
    world.server.start();
    world.pass(Duration::from_secs(40));
    assert_eq!(listed(&world), 1, "it is told again, and listed once");
    world.server.stop();
    world.pass(Duration::from_secs(1));
    world.act(1, Action::MissedCallsSeen);
    assert_eq!(listed(&world), 0);
    for _ in 0..2 {
        world.server.start();
        world.pass(Duration::from_secs(40));
        assert_eq!(listed(&world), 0, "it was seen when the server could not be told");
        world.server.stop();
    }
}

/// The server knows nothing of it: the program does.
#[test]
fn a_call_that_rang_when_the_server_broke_stays_listed() {
    let mut world = World::in_lobby(2);
    call(&mut world, 0, "bob");
    world.server.stop();
    world.server.start();
    world.pass(Duration::from_secs(90));
    let missed = &world.seats[1].desktop.lobby.missed;
    assert_eq!(missed.iter().map(|it| (&*it.user, it.number)).collect::<Vec<_>>(), [("alice", 0)]);
    call(&mut world, 0, "bob");
    world.act(0, Action::Cancel);
    world.pass(Duration::from_secs(1));
    assert_eq!(world.seats[1].desktop.lobby.missed.len(), 2, "another call is another");
}

#[test]
fn two_who_call_each_other_at_once_are_in_one_call() {
    let mut world = World::in_lobby(2);
    let now = world.now;
    // Both are done before anything reaches the server.
    world.seats[0].desktop.act(now, Action::Call("bob".into()));
    world.act(1, Action::Call("alice".into()));
    let has_picture = |world: &World, seat: usize| {
        world.seats[seat].desktop.call.as_ref().is_some_and(|call| call.has_picture)
    };
    world.run_until(|world| has_picture(world, 0) && has_picture(world, 1));
    let roles = [0, 1].map(|seat| world.seats[seat].desktop.call.as_ref().map(|call| call.role));
    assert!(roles.contains(&Some(CallRole::Caller)) && roles.contains(&Some(CallRole::Callee)));
    assert_eq!((stage(&world, 0), stage(&world, 1)), (None, None));
}

#[test]
fn a_server_that_is_lost_while_it_rings_ends_the_ringing_and_comes_back() {
    let mut world = World::in_lobby(2);
    call(&mut world, 0, "bob");
    world.server.stop();
    world.pass(Duration::from_millis(10));
    assert_eq!((stage(&world, 0), stage(&world, 1)), (None, None));
    let desktop = &world.seats[0].desktop;
    assert!(matches!(desktop.server.state, ServerState::Waiting { .. }));
    assert_eq!(desktop.screen(), Screen::Lobby);
    assert_eq!(desktop.lobby.people.len(), 1, "who was known stays to be seen");
    world.act(0, Action::Call("bob".into()));
    assert!(world.notices(0).contains(&&Notice::NoServer));
    world.server.start();
    let is_back = |world: &World| {
        world.seats.iter().all(|seat| seat.desktop.server.state == ServerState::Connected)
    };
    world.run_until(is_back);
    world.pass(Duration::from_secs(1));
    assert!(world.notices(0).contains(&&Notice::ServerBack));
    call(&mut world, 0, "bob");
    assert_eq!(stage(&world, 1), Some(RingingStage::RingsHere));
}

#[test]
fn the_device_check_lets_go_of_the_camera_for_a_call() {
    let mut world = World::in_lobby(2);
    world.act(1, Action::StartPreview);
    assert_eq!(world.seats[1].desktop.devices.preview, SourceState::Starting);
    call(&mut world, 0, "bob");
    world.seats[1].take_wanted();
    world.act(1, Action::Accept);
    assert_eq!(world.seats[1].desktop.devices.preview, SourceState::Off);
    let wanted = format!("{:?}", world.seats[1].take_wanted());
    assert!(wanted.contains("StopPreview"), "{wanted}");
}
