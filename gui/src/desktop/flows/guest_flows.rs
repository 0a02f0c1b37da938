//! Invitations and guests, and what becomes of accounts.

use std::time::Duration;

use roomrtc_core::signaling::{ErrorCode, Password};

use super::World;
use crate::desktop::{
    Action, DesktopEffect, Notice, PeerKey, Problem, Screen, SecretText, WelcomeForm,
};

fn copied(world: &mut World, seat: usize) -> Option<SecretText> {
    world.seats[seat].take_wanted().into_iter().rev().find_map(|effect| match effect {
        DesktopEffect::CopyText(text) => Some(text),
        _ => None,
    })
}

/// The link of an invitation of alice's.
fn invitation(world: &mut World) -> SecretText {
    world.act(0, Action::Invite);
    world.run_until(|world| {
        world.seats[0].desktop.account.as_ref().is_some_and(|account| account.invitation.is_some())
    });
    copied(world, 0).expect("the link")
}

fn enter(world: &mut World, invitation: SecretText) {
    let (server, name) = (String::new(), "Ann".to_owned());
    world.act(1, Action::EnterAsGuest { server, invitation, name });
    world.pass(Duration::from_secs(1));
}

fn world() -> World {
    let mut world = World::new(2);
    world.register(0, "alice");
    world
}

#[test]
fn a_guest_enters_by_a_link_and_calls_with_a_name() {
    let mut world = world();
    let link = invitation(&mut world);
    assert!(link.reveal().starts_with("https://room.example:7000/#invitation="));
    let made = |notice: &&&Notice| matches!(notice, Notice::InvitationMade { .. });
    assert_eq!(world.notices(0).iter().filter(made).count(), 1);
    enter(&mut world, link);
    let account = world.seats[1].desktop.account.as_ref().expect("a guest");
    assert!(account.user.starts_with("guest-"), "{}", account.user);
    assert_eq!(account.guest_name.as_deref(), Some("Ann"));
    let kept = world.seats[1].take_wanted();
    assert!(!kept.iter().any(|it| matches!(it, DesktopEffect::WriteSession(_))), "{kept:?}");
    world.act(1, Action::Call("alice".into()));
    world.run_until(|world| world.seats[0].desktop.ringing.is_some());
    assert_eq!(world.seats[0].desktop.ringing.as_ref().map(|it| it.name()), Some("Ann"));
    world.act(0, Action::Accept);
    let sees =
        |world: &World| world.seats[0].desktop.call.as_ref().is_some_and(|call| call.has_picture);
    world.run_until(sees);
    let call = world.seats[0].desktop.call.as_ref().expect("a call");
    assert_eq!((call.name(), call.peer_key), ("Ann", PeerKey::Fleeting));
    assert!(call.safety_number.is_some());
}

#[test]
fn an_invitation_can_be_copied_again_and_revoked() {
    let mut world = world();
    let link = invitation(&mut world);
    world.act(0, Action::CopyInvitation);
    assert_eq!(copied(&mut world, 0), Some(link.clone()));
    world.act(0, Action::RevokeInvitation);
    world.pass(Duration::from_secs(1));
    let account = world.seats[0].desktop.account.as_ref().expect("an account");
    assert_eq!(account.invitation, None);
    enter(&mut world, link.clone());
    let problem = world.seats[1].desktop.welcome.problem;
    assert_eq!(problem, Some(Problem::Refused(ErrorCode::UnknownInvitation)));
    let printed = format!("{world:?}");
    let code = link.reveal().rsplit('=').next().expect("a code").to_owned();
    assert!(!printed.contains(&code), "the code is printed nowhere");
}

#[test]
fn the_password_can_be_changed() {
    let mut world = world();
    let change = |old: &str, new: &str| Action::ChangePassword {
        password: Password::new(old),
        new_password: Password::new(new),
        repeated: Password::new(new),
    };
    let problem =
        |world: &World| world.seats[0].desktop.account.as_ref().and_then(|account| account.problem);
    world.act(0, change(World::PASSWORD, "short"));
    assert_eq!(problem(&world), Some(Problem::PasswordTooShort { least: 8 }));
    world.act(0, change("wrong", "another password"));
    world.pass(Duration::from_secs(1));
    assert_eq!(problem(&world), Some(Problem::Refused(ErrorCode::WrongCredentials)));
    world.seats[0].take_wanted();
    world.act(0, change(World::PASSWORD, "another password"));
    world.pass(Duration::from_secs(1));
    assert_eq!(problem(&world), None);
    assert!(world.notices(0).contains(&&Notice::PasswordChanged));
    let wanted = world.seats[0].take_wanted();
    let keeps = |effect: &DesktopEffect| matches!(effect, DesktopEffect::WriteSession(_));
    assert!(wanted.iter().any(keeps), "the new login is kept");
}

#[test]
fn the_account_can_be_deleted() {
    let mut world = world();
    let delete = |password| Action::DeleteAccount { password: Password::new(password) };
    world.act(0, delete("wrong"));
    world.pass(Duration::from_secs(1));
    assert!(world.seats[0].desktop.account.as_ref().is_some_and(|it| it.problem.is_some()));
    world.act(0, delete(World::PASSWORD));
    world.run_until(|world| world.seats[0].desktop.screen() == Screen::Welcome);
    assert!(world.notices(0).contains(&&Notice::AccountDeleted));
    let welcome = &world.seats[0].desktop.welcome;
    assert_eq!((welcome.form, &*welcome.user), (WelcomeForm::SignIn, ""));
    world.register(0, "alice");
}
