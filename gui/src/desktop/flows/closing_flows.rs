//! The window is closed.

use std::time::Duration;

use roomrtc_core::signaling::UserState;

use super::World;
use crate::desktop::{
    Action, CallEnding, Desktop, DesktopEffect, Notice, SettingChange, SourceState,
};

/// What was wanted of the kinds that matter here, in order.
fn ends(world: &mut World, seat: usize) -> Vec<&'static str> {
    let name = |effect: &DesktopEffect| match effect {
        DesktopEffect::StopPreview => Some("stop preview"),
        DesktopEffect::ForgetSession => Some("forget session"),
        DesktopEffect::StopLocalServer => Some("stop server"),
        DesktopEffect::CloseWindow => Some("close window"),
        _ => None,
    };
    world.seats[seat].take_wanted().iter().filter_map(name).collect()
}

fn is_closed(world: &World, seat: usize) -> bool {
    world.seats[seat].wanted.iter().any(|effect| matches!(effect, DesktopEffect::CloseWindow))
}

#[test]
fn a_window_that_is_closed_in_a_call_ends_the_call_and_keeps_the_login() {
    let mut world = World::in_call();
    world.seats[0].take_wanted();
    world.act(0, Action::CloseWindow);
    world.run_until(|world| is_closed(world, 0));
    assert!(world.seats[0].next_frame.is_none(), "nothing is captured any more");
    assert!(world.seats[0].is_over && world.seats[0].desktop.call.is_none());
    assert_eq!(ends(&mut world, 0), ["close window"], "the login is kept");
    world.run_until(|world| world.seats[1].desktop.call.is_none());
    let there =
        |notice: &&&Notice| matches!(notice, Notice::CallOver { ending: CallEnding::There, .. });
    assert_eq!(world.notices(1).iter().filter(there).count(), 1, "{:?}", world.notices(1));
}

#[test]
fn a_login_that_is_not_to_be_kept_is_ended() {
    let mut world = World::in_lobby(2);
    world.act(0, Action::ChangeSetting(SettingChange::KeepsLogin(false)));
    world.act(0, Action::StartPreview);
    world.seats[0].take_wanted();
    world.act(0, Action::CloseWindow);
    world.run_until(|world| is_closed(world, 0));
    assert_eq!(ends(&mut world, 0), ["stop preview", "close window"]);
    assert_eq!(world.seats[0].desktop.devices.preview, SourceState::Off);
    world.pass(Duration::from_secs(1));
    assert_eq!(world.seats[1].desktop.lobby.people[0].state, UserState::Offline);
}

#[test]
fn who_is_called_while_the_window_closes_has_declined() {
    let mut world = World::in_lobby(2);
    world.act(0, Action::Call("bob".into()));
    world.run_until(|world| world.seats[1].desktop.ringing.is_some());
    world.act(1, Action::CloseWindow);
    world.run_until(|world| is_closed(world, 1));
    world.run_until(|world| world.seats[0].desktop.ringing.is_none());
    assert!(world.notices(0).contains(&&Notice::Rejected { user: "bob".into() }));
}

#[test]
fn a_window_without_anything_to_end_closes_at_once() {
    let mut world = World::new(1);
    world.act(0, Action::CloseWindow);
    assert!(is_closed(&world, 0));
}

#[test]
fn a_client_that_does_not_end_is_not_waited_for_for_ever() {
    let mut desktop = Desktop::default();
    let now = roomrtc_core::base::Time::from_secs(7);
    desktop.act(now, Action::CloseWindow);
    let wanted = |desktop: &mut Desktop| {
        std::iter::from_fn(|| desktop.poll_effect())
            .filter(|effect| matches!(effect, DesktopEffect::CloseWindow))
            .count()
    };
    assert_eq!(wanted(&mut desktop), 0);
    let at = desktop.deadline().expect("an end of patience");
    assert_eq!(at, now + Desktop::PATIENCE_AT_END);
    desktop.handle_timeout(at);
    assert_eq!(wanted(&mut desktop), 1);
    desktop.act(at, Action::CloseWindow);
    assert_eq!((wanted(&mut desktop), desktop.deadline()), (0, None));
}
