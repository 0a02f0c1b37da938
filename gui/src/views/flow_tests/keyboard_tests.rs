//! The keyboard alone.

use eframe::egui::{Event, Key, Modifiers};

use egui_kittest::kittest::NodeT;

use super::{Window, windows};
use crate::desktop::flows::World;
use crate::desktop::{Panel, Screen};
use crate::window::testing::{fill, sees};

fn strike(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

fn open_panel(window: &Window) -> Option<Panel> {
    window.state().desktop(|desktop| desktop.panel)
}

/// The name of what has the focus.
fn focused(window: &Window) -> Option<String> {
    let node = window.root().children_recursive().find(|node| node.is_focused())?;
    node.accesskit_node().label()
}

#[test]
fn a_question_mark_shows_every_shortcut_and_escape_closes_the_sheet() {
    let (_world, mut windows) = windows(World::in_lobby(1));
    let window = &mut windows[0];
    window.event(Event::Text("?".to_owned()));
    window.run();
    assert_eq!(open_panel(window), Some(Panel::Shortcuts));
    assert!(sees(window, "Accept a call") && sees(window, "Ctrl+Enter"));
    strike(window, Modifiers::NONE, Key::Escape);
    assert_eq!(open_panel(window), None);
}

#[test]
fn letters_are_text_while_one_types() {
    let (_world, mut windows) = windows(World::in_lobby(2));
    let window = &mut windows[0];
    strike(window, Modifiers::COMMAND, Key::F);
    fill(window, "Search people", "?");
    assert_eq!(open_panel(window), None);
    assert_eq!(window.state().desktop(|desktop| desktop.lobby.search.clone()), "?");
}

#[test]
fn a_call_is_made_accepted_and_ended_by_keys() {
    let (_world, mut windows) = windows(World::in_lobby(2));
    let [caller, callee] = &mut windows[..] else { panic!("two windows") };
    strike(caller, Modifiers::COMMAND, Key::F);
    caller.event(Event::Text("bob".to_owned()));
    caller.run();
    while focused(caller).as_deref() != Some("Call bob") {
        strike(caller, Modifiers::NONE, Key::Tab);
    }
    strike(caller, Modifiers::NONE, Key::Space);
    strike(callee, Modifiers::COMMAND, Key::Enter);
    let screen = |window: &Window| window.state().desktop(|desktop| desktop.screen());
    caller.run();
    assert_eq!((screen(caller), screen(callee)), (Screen::Call, Screen::Call));
    strike(caller, Modifiers::NONE, Key::V);
    assert!(sees(caller, "Turn the camera on"));
    strike(caller, Modifiers::COMMAND, Key::H);
    callee.run();
    assert_eq!((screen(caller), screen(callee)), (Screen::Lobby, Screen::Lobby));
}

#[test]
fn the_tabulator_reaches_every_control() {
    let (_world, mut windows) = windows(World::in_call());
    let window = &mut windows[0];
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..40 {
        strike(window, Modifiers::NONE, Key::Tab);
        reached.extend(focused(window));
    }
    for name in ["Hang up", "Turn the camera off", "Full screen", "Statistics", "Safety number"] {
        assert!(reached.contains(name), "{name} among {reached:?}");
    }
}
