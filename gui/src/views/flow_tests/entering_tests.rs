//! The first screen.

use std::time::Duration;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key};
use egui_kittest::kittest::Queryable;

use super::{Window, windows};
use crate::desktop::flows::World;
use crate::desktop::{DesktopEffect, DesktopStart, Screen, Settings};
use crate::window::testing::{fill, press, sees};

fn open(form: &str) -> (std::rc::Rc<std::cell::RefCell<World>>, Window) {
    let (world, mut windows) = windows(World::new(1));
    let mut window = windows.remove(0);
    fill(&mut window, "Server’s address", World::SERVER);
    press(&mut window, form);
    (world, window)
}

fn screen(window: &Window) -> Screen {
    window.state().desktop(|desktop| desktop.screen())
}

fn fill_account(window: &mut Window, password: &str, repeated: Option<&str>) {
    fill(window, "User name", "alice");
    fill(window, "Password", password);
    if let Some(repeated) = repeated {
        fill(window, "Password again", repeated);
    }
}

#[test]
fn the_first_start_offers_to_try_it_and_to_stop_that() {
    let (world, mut windows) = windows(World::new(1));
    let window = &mut windows[0];
    press(window, "Try it here");
    assert!(sees(window, "Starting a server on this computer"));
    let wanted = world.borrow_mut().seats[0].take_wanted();
    assert!(wanted.iter().any(|effect| matches!(effect, DesktopEffect::StartLocalServer)));
    press(window, "Cancel");
    assert!(!sees(window, "Starting a server"));
}

#[test]
fn who_registers_is_in_the_lobby_once_the_passwords_are_the_same() {
    let (world, mut window) = open("Register");
    fill_account(&mut window, World::PASSWORD, Some("another horse"));
    press(&mut window, "Register");
    assert!(sees(&mut window, "The two passwords are not the same."));
    fill(&mut window, "Password", World::PASSWORD);
    fill(&mut window, "Password again", World::PASSWORD);
    press(&mut window, "Register");
    world.borrow_mut().pass(Duration::from_secs(5));
    assert!(sees(&mut window, "Nobody else is here yet."));
    assert_eq!(screen(&window), Screen::Lobby);
    assert!(sees(&mut window, "Connected to room.example:7000"));
    let notice = window.get_by_label_contains("First connection to room.example:7000").rect();
    assert!(window.ctx.content_rect().contains_rect(notice), "{notice:?} is seen whole");
}

#[test]
fn who_has_signed_in_before_types_the_password_alone() {
    let mut world = World::new(1);
    world.server.add_account("alice", World::PASSWORD);
    let (server, user) = (World::SERVER.to_owned(), "alice".to_owned());
    let settings = Settings { server, user, ..Settings::default() };
    world.restart(0, 0, DesktopStart { settings, ..DesktopStart::default() });
    let (world, mut windows) = windows(world);
    let window = &mut windows[0];
    window.event(Event::Text(World::PASSWORD.to_owned()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    world.borrow_mut().pass(Duration::from_secs(5));
    window.run();
    assert_eq!(screen(window), Screen::Lobby);
}

#[test]
fn a_wrong_password_is_told_and_the_right_one_opens_the_lobby() {
    let (world, mut window) = open("Sign in");
    world.borrow_mut().server.add_account("alice", World::PASSWORD);
    fill_account(&mut window, "wrong horse", None);
    press(&mut window, "Sign in");
    world.borrow_mut().pass(Duration::from_secs(5));
    assert!(sees(&mut window, "The user name or the password is wrong."));
    assert_eq!(screen(&window), Screen::Welcome);
    fill(&mut window, "Password", World::PASSWORD);
    press(&mut window, "Sign in");
    world.borrow_mut().pass(Duration::from_secs(5));
    window.run();
    assert_eq!(screen(&window), Screen::Lobby);
}

#[test]
fn what_is_missing_is_told_beside_its_field() {
    let (_world, mut window) = open("Sign in");
    press(&mut window, "Sign in");
    assert!(sees(&mut window, "Write your user name."));
    fill(&mut window, "User name", "alice");
    press(&mut window, "Sign in");
    assert!(sees(&mut window, "Write your password."));
    press(&mut window, "Back");
    assert!(sees(&mut window, "Try it here"));
}

#[test]
fn a_server_that_is_away_is_told() {
    let (world, mut window) = open("Sign in");
    world.borrow_mut().server.stop();
    fill_account(&mut window, World::PASSWORD, None);
    press(&mut window, "Sign in");
    assert!(sees(&mut window, "No server listens at this address."));
}

#[test]
fn a_form_for_guests_can_be_opened_and_says_what_it_needs() {
    let (_world, mut window) = open("Enter by an invitation");
    press(&mut window, "Enter as a guest");
    assert!(sees(&mut window, "This is neither the link nor the code of an invitation."));
}

#[test]
fn a_wrong_address_is_mended_without_typing_the_password_again() {
    let (world, mut window) = open("Sign in");
    world.borrow_mut().server.add_account("alice", World::PASSWORD);
    fill(&mut window, "Server’s address", " and more");
    fill_account(&mut window, World::PASSWORD, None);
    press(&mut window, "Sign in");
    assert!(sees(&mut window, "Write the address as “host” or “host:port”."));
    window.get_by_role_and_label(Role::TextInput, "Server’s address").focus();
    window.run();
    for _ in 0.." and more".len() {
        window.key_press(Key::Backspace);
    }
    window.run();
    press(&mut window, "Sign in");
    world.borrow_mut().pass(Duration::from_secs(5));
    window.run();
    assert_eq!(screen(&window), Screen::Lobby);
}

#[test]
fn a_name_that_is_taken_or_unknown_is_told() {
    let (world, mut window) = open("Register");
    world.borrow_mut().server.add_account("alice", "somebody else’s");
    fill_account(&mut window, World::PASSWORD, Some(World::PASSWORD));
    press(&mut window, "Register");
    world.borrow_mut().pass(Duration::from_secs(5));
    assert!(sees(&mut window, "This user name is taken. Choose another."));
    fill(&mut window, "User name", "2");
    press(&mut window, "Register");
    world.borrow_mut().pass(Duration::from_secs(5));
    window.run();
    assert_eq!(screen(&window), Screen::Lobby, "with the passwords that were typed");
}
