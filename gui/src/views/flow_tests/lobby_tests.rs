//! The lobby.

use std::time::Duration;

use egui_kittest::kittest::{NodeT, Queryable};

use super::windows;
use crate::desktop::Screen;
use crate::desktop::flows::World;
use crate::window::testing::{fill, press, sees};

#[test]
fn people_are_listed_with_their_state_and_can_be_searched() {
    let (_world, mut windows) = windows(World::in_lobby(3));
    let window = &mut windows[0];
    assert!(sees(window, "bob") && sees(window, "carol") && sees(window, "available"));
    fill(window, "Search people", "car");
    assert!(sees(window, "Call carol") && !sees(window, "Call bob"));
    fill(window, "Search people", "x");
    assert!(sees(window, "Nobody’s name contains “carx”."));
    press(window, "Clear the search");
    assert!(sees(window, "Call bob"));
}

#[test]
fn a_call_rings_can_be_given_up_and_is_then_a_missed_one() {
    let (world, mut windows) = windows(World::in_lobby(2));
    press(&mut windows[0], "Call bob");
    assert!(sees(&mut windows[0], "It rings at bob…"));
    assert!(sees(&mut windows[1], "alice is calling"));
    press(&mut windows[0], "Cancel the call");
    world.borrow_mut().pass(Duration::from_secs(1));
    assert!(!sees(&mut windows[0], "It rings at bob…"));
    assert!(!sees(&mut windows[1], "alice is calling"));
    assert!(sees(&mut windows[1], "You missed a call from alice."));
}

#[test]
fn a_call_missed_while_one_was_away_is_listed_until_it_was_seen() {
    let (world, mut windows) = windows(World::in_lobby(2));
    press(&mut windows[0], "Call bob");
    press(&mut windows[0], "Cancel the call");
    world.borrow_mut().pass(Duration::from_secs(1));
    // The server tells of it once more when bob is back.
    world.borrow_mut().server.stop();
    world.borrow_mut().server.start();
    world.borrow_mut().pass(Duration::from_secs(60));
    assert!(sees(&mut windows[1], "One missed call") && sees(&mut windows[1], "alice called"));
    press(&mut windows[1], "Call alice back");
    assert!(sees(&mut windows[0], "bob is calling"));
    press(&mut windows[0], "Reject");
    press(&mut windows[1], "Seen");
    assert!(!sees(&mut windows[1], "One missed call"));
}

#[test]
fn a_call_that_is_declined_is_told() {
    let (_world, mut windows) = windows(World::in_lobby(2));
    press(&mut windows[0], "Call bob");
    windows[1].run();
    press(&mut windows[1], "Reject");
    assert!(sees(&mut windows[0], "bob has declined the call."));
}

#[test]
fn who_is_in_a_call_cannot_be_called() {
    let mut world = World::in_lobby(3);
    world.call(0, 1, "bob");
    let (_world, mut windows) = windows(world);
    assert!(sees(&mut windows[2], "in a call"));
    let button = windows[2].get_by_label("Call bob");
    assert!(button.accesskit_node().is_disabled());
}

#[test]
fn a_call_that_is_accepted_opens_the_screen_of_calls_for_both() {
    let (_world, mut windows) = windows(World::in_lobby(2));
    press(&mut windows[0], "Call bob");
    windows[1].run();
    press(&mut windows[1], "Accept");
    for (window, other) in windows.iter_mut().zip(["bob", "alice"]) {
        assert!(sees(window, &format!("Call with {other}")));
        assert_eq!(window.state().desktop(|desktop| desktop.screen()), Screen::Call);
    }
}

#[test]
fn a_lost_server_is_shown_and_comes_back() {
    let (world, mut windows) = windows(World::in_lobby(1));
    world.borrow_mut().server.stop();
    world.borrow_mut().pass(Duration::from_millis(100));
    assert!(sees(&mut windows[0], "No connection to room.example:7000"));
    world.borrow_mut().server.start();
    press(&mut windows[0], "Try again");
    world.borrow_mut().pass(Duration::from_secs(60));
    assert!(sees(&mut windows[0], "Connected to room.example:7000"));
}
