//! "Try it here".

use std::time::Duration;

use roomrtc_core::signaling::{Credentials, Password};

use super::World;
use crate::desktop::{
    Action, DesktopEffect, DesktopStart, LocalServer, LocalServerProblem, News, Notice, PeerKey,
    Problem, Screen, Settings, WelcomeStep,
};

/// The second seat is the contact that answers; its account is there.
fn world() -> World {
    let mut world = World::new(2);
    world.server.add_account("you", World::PASSWORD);
    world.server.add_account("echo", World::PASSWORD);
    let (server, user) = (World::SERVER.to_owned(), "echo".to_owned());
    world.act(1, Action::SignIn { server, user, password: Password::new(World::PASSWORD) });
    world.act(0, Action::TryItHere);
    world
}

fn started(world: &World) -> LocalServer {
    LocalServer {
        server: World::LOCAL.into(),
        certificate: world.server.certificate,
        credentials: Credentials::new("you", World::PASSWORD),
        echo: "echo".into(),
    }
}

fn wants(world: &mut World, name: &str) -> bool {
    format!("{:?}", world.seats[0].take_wanted()).contains(name)
}

#[test]
fn one_is_in_the_lobby_with_the_contact_and_calls_it() {
    let mut world = world();
    let step = world.seats[0].desktop.welcome.step;
    assert_eq!(step, Some(WelcomeStep::StartingLocalServer));
    assert!(wants(&mut world, "StartLocalServer"));
    let (now, news) = (world.now, News::LocalServer(Ok(started(&world))));
    world.seats[0].desktop.hear(now, news);
    world.pass(Duration::from_secs(1));
    let desktop = &world.seats[0].desktop;
    assert_eq!(desktop.screen(), Screen::Lobby);
    assert!(desktop.server.is_local && desktop.lobby.people[0].is_echo);
    assert_eq!(desktop.settings, Settings::default(), "nothing of it is kept");
    assert_eq!(world.notices(0), Vec::<&Notice>::new());
    let wanted = world.seats[0].take_wanted();
    let keeps = |effect: &DesktopEffect| {
        matches!(effect, DesktopEffect::WriteSession(_) | DesktopEffect::KeepCertificate { .. })
    };
    assert!(!wanted.iter().any(keeps), "{wanted:?}");
    world.call(0, 1, "echo");
    let key = world.seats[0].desktop.call.as_ref().map(|call| call.peer_key);
    assert_eq!(key, Some(PeerKey::Fleeting));
    world.act(0, Action::CloseWindow);
    world.run_until(|world| {
        world.seats[0].wanted.iter().any(|it| matches!(it, DesktopEffect::CloseWindow))
    });
    assert!(wants(&mut world, "StopLocalServer"));
}

#[test]
fn a_server_that_cannot_be_started_is_said() {
    let mut world = world();
    let news = News::LocalServer(Err(LocalServerProblem::Storage));
    let now = world.now;
    world.seats[0].desktop.hear(now, news);
    let welcome = &world.seats[0].desktop.welcome;
    assert_eq!(welcome.problem, Some(Problem::LocalServer(LocalServerProblem::Storage)));
    assert_eq!(welcome.step, None);
}

#[test]
fn who_gives_up_meanwhile_is_not_taken_there() {
    let mut world = world();
    world.act(0, Action::CancelEntry);
    assert!(wants(&mut world, "StopLocalServer"));
    let (now, news) = (world.now, News::LocalServer(Ok(started(&world))));
    world.seats[0].desktop.hear(now, news);
    world.pass(Duration::from_secs(1));
    assert_eq!(world.seats[0].desktop.screen(), Screen::Welcome);
}

#[test]
fn signing_out_stops_it_and_the_next_server_is_another() {
    let mut world = world();
    let (now, news) = (world.now, News::LocalServer(Ok(started(&world))));
    world.seats[0].desktop.hear(now, news);
    world.pass(Duration::from_secs(1));
    world.act(0, Action::SignOut);
    world.pass(Duration::from_secs(1));
    assert!(wants(&mut world, "StopLocalServer"));
    assert!(!world.seats[0].desktop.server.is_local);
    world.restart(0, 0, DesktopStart::default());
    world.register(0, "alice");
}
