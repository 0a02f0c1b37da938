//! Certificates that change, guests, and the end of the program.

use std::time::Duration;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use super::{Window, windows};
use crate::desktop::flows::World;
use crate::desktop::{DesktopEffect, PeerKey, Screen};
use crate::window::testing::{fill, press, sees};

#[test]
fn a_changed_server_is_warned_of_and_refused_or_trusted() {
    let (world, before) = World::with_a_changed_server();
    let (world, mut windows) = windows(world);
    let window = &mut windows[0];
    fill(window, "Server’s address", World::SERVER);
    press(window, "Sign in");
    fill(window, "User name", "alice");
    fill(window, "Password", World::PASSWORD);
    press(window, "Sign in");
    assert!(sees(window, "The server’s certificate has changed"));
    assert!(sees(window, "Ask the operator before you trust the new one."));
    assert!(sees(window, &format!("Before: {before}")));
    press(window, "Do not connect");
    assert!(!sees(window, "The server’s certificate has changed"));
    assert!(world.borrow_mut().seats[0].take_wanted().is_empty(), "nothing is kept");
    // The password is still there.
    press(window, "Sign in");
    press(window, "Trust the new certificate");
    world.borrow_mut().pass(Duration::from_secs(5));
    assert!(sees(window, "Connected to room.example:7000"));
}

#[test]
fn a_changed_key_is_warned_of_across_the_picture_until_it_is_compared() {
    let (_world, mut windows) = windows(World::with_a_changed_peer());
    let window = &mut windows[0];
    assert!(sees(window, "The key of bob has changed"));
    press(window, "Compare the safety number");
    assert!(sees(window, "bob has another key than the one you compared."));
    press(window, "They are the same");
    press(window, "Close");
    assert!(window.query_by_role_and_label(Role::Button, "Compare the safety number").is_none());
    let key = |window: &Window| window.state().desktop(|it| it.call.as_ref().map(|it| it.peer_key));
    assert_eq!(key(window), Some(PeerKey::Confirmed));
}

#[test]
fn a_guest_enters_by_the_link_and_calls_with_a_name() {
    let mut world = World::new(2);
    world.register(0, "alice");
    let (world, mut windows) = windows(world);
    press(&mut windows[0], "Signed in as alice");
    press(&mut windows[0], "Make an invitation");
    world.borrow_mut().pass(Duration::from_secs(5));
    press(&mut windows[0], "Close");
    let wanted = world.borrow_mut().seats[0].take_wanted();
    let link = wanted.iter().find_map(|effect| match effect {
        DesktopEffect::CopyText(link) => Some(link.reveal().to_owned()),
        _ => None,
    });
    let guest = &mut windows[1];
    press(guest, "Enter by an invitation");
    fill(guest, "Invitation", &link.expect("the link is on the clipboard"));
    fill(guest, "Name to go by", "Ann");
    press(guest, "Enter as a guest");
    world.borrow_mut().pass(Duration::from_secs(5));
    press(guest, "Call alice");
    assert!(sees(&mut windows[0], "Ann is calling, a guest without an account"));
    press(&mut windows[0], "Accept");
    assert!(sees(&mut windows[0], "Call with Ann") && sees(&mut windows[1], "Call with alice"));
    world.borrow_mut().pass(Duration::from_secs(2));
    press(&mut windows[0], "Safety number");
    assert!(sees(&mut windows[0], "Ann is a guest, whose key is not remembered."));
}

#[test]
fn a_window_that_is_closed_in_a_call_ends_it_and_lets_go_of_the_camera() {
    let (world, mut windows) = windows(World::in_call());
    windows[0].key_press_modifiers(Modifiers::COMMAND, Key::Q);
    windows[0].run();
    let closes = |world: &World| {
        world.seats[0].wanted.iter().any(|effect| matches!(effect, DesktopEffect::CloseWindow))
    };
    world.borrow_mut().run_until(closes);
    assert!(world.borrow().seats[0].is_over && !world.borrow().seats[0].is_capturing());
    world.borrow_mut().run_until(|world| world.seats[1].desktop.call.is_none());
    assert!(sees(&mut windows[1], "The call with alice is over"));
    assert!(sees(&mut windows[1], "The other side hung up."));
    assert_eq!(windows[1].state().desktop(|desktop| desktop.screen()), Screen::Lobby);
}
