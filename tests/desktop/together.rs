//! Two and three people, with their clients, at the hub.

use std::time::Duration;

use proptest::prelude::*;
use roomrtc_core::signaling::Password;
use roomrtc_gui::desktop::flows::World;
use roomrtc_gui::desktop::{Action, DesktopStart, Screen, SettingChange, SourceChoice};

use super::rules::{assert_silent, assert_sound};
use super::step::{Step, number};
use super::witness::Witness;

/// Most effects of one step that the world does not carry out itself.
const MOST_WANTED: usize = 40;

/// Looks at everybody after a step.
fn look(world: &mut World, witnesses: &mut [Witness]) {
    let now = world.now;
    for (seat, witness) in world.seats.iter_mut().zip(witnesses) {
        let wanted = seat.take_wanted();
        assert!(wanted.len() <= MOST_WANTED, "{wanted:?}");
        assert_silent(&format!("{wanted:?}"));
        witness.see(&wanted);
        let desktop = &seat.desktop;
        assert_sound(desktop, now);
        assert!(desktop.call.is_none() || desktop.ringing.is_none(), "two calls: {desktop:?}");
        assert!(!seat.is_capturing() || desktop.call.is_some(), "pictures of no call");
        assert!(!(witness.is_closed && witness.has_preview), "a camera that nobody closes");
    }
}

/// One program a person, in the lobby, and what was opened there.
fn begin(seats: u8) -> (World, Vec<Witness>) {
    let mut world = World::in_lobby(seats);
    let mut witnesses = vec![Witness::default(); usize::from(seats)];
    look(&mut world, &mut witnesses);
    (world, witnesses)
}

fn follow(world: &mut World, witnesses: &mut [Witness], steps: Vec<Step>) {
    for step in steps {
        match &step {
            // Nobody clicks on a window that is closed.
            Step::Act(seat, _) if witnesses[*seat].is_closed => continue,
            Step::Restart(seat) => witnesses[*seat] = Witness::default(),
            _ => {}
        }
        step.take(world);
        look(world, witnesses);
    }
}

/// The network and the server work again, and everybody ends what they are at.
fn heal(world: &mut World, witnesses: &mut [Witness]) {
    world.arrives = |_| true;
    world.server.stop();
    world.server.start();
    for (seat, witness) in witnesses.iter_mut().enumerate() {
        if world.seats[seat].is_over || witness.is_closed {
            world.restart(seat, number(seat), DesktopStart::default());
            *witness = Witness::default();
        }
    }
    world.pass(Duration::from_secs(60));
    for seat in 0..witnesses.len() {
        for action in [
            Action::HangUp,
            Action::StopPreview,
            Action::DistrustNewCertificate,
            Action::SignOut,
            Action::CancelEntry,
        ] {
            world.act(seat, action);
            world.pass(Duration::from_secs(1));
        }
    }
    look(world, witnesses);
}

/// Makes an account at a server that may have another certificate than before, and enters with it.
fn register(world: &mut World, seat: usize, user: &str) {
    let password = || Password::new(World::PASSWORD);
    let (server, user) = (World::SERVER.to_owned(), user.to_owned());
    let (password, repeated) = (password(), password());
    world.act(seat, Action::Register { server, user, password, repeated });
    world.act(seat, Action::TrustNewCertificate);
    world.run_until(|world| world.seats[seat].desktop.screen() == Screen::Lobby);
}

/// Whatever was before, two people with new accounts can call each other.
fn call_once_more(world: &mut World, witnesses: &mut [Witness]) {
    for (seat, witness) in witnesses.iter().enumerate() {
        let desktop = &world.seats[seat].desktop;
        assert!(desktop.call.is_none() && desktop.ringing.is_none(), "{desktop:?}");
        assert_eq!(desktop.screen(), Screen::Welcome, "{desktop:?}");
        assert!(!witness.has_preview && !witness.has_server, "{witness:?}");
        assert!(!world.seats[seat].is_capturing());
        world.seats[seat].camera = Ok(());
        world.act(seat, Action::ChangeSetting(SettingChange::BeginsWithCamera(true)));
        world.act(seat, Action::ChooseSource(SourceChoice::TestCard));
    }
    register(world, 0, "dora");
    register(world, 1, "erik");
    look(world, witnesses);
    world.call(0, 1, "erik");
    look(world, witnesses);
    world.act(1, Action::HangUp);
    world.run_until(|world| world.seats.iter().all(|seat| seat.desktop.call.is_none()));
    assert_eq!(world.seats[0].desktop.screen(), Screen::Lobby);
    look(world, witnesses);
}

proptest! {
    /// Two who do little but call each other.
    #[test]
    fn two_people_can_call_each_other_whatever_was_before(
        steps in prop::collection::vec(Step::any(2), 1..40),
    ) {
        let (mut world, mut witnesses) = begin(2);
        follow(&mut world, &mut witnesses, steps);
        heal(&mut world, &mut witnesses);
        call_once_more(&mut world, &mut witnesses);
    }

    /// Three, of whom one is always too many.
    #[test]
    fn three_people_never_have_two_calls(
        steps in prop::collection::vec(Step::any(3), 1..40),
    ) {
        let (mut world, mut witnesses) = begin(3);
        follow(&mut world, &mut witnesses, steps);
        heal(&mut world, &mut witnesses);
        call_once_more(&mut world, &mut witnesses);
    }
}
