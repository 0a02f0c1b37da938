//! The window, driven by what a screen reader sees.

use eframe::egui::{Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use roomrtc_core::base::Time;

use super::whole;
use crate::example::{lossy, simulated, timeline};
use crate::span::Span;
use crate::viewer::{Selection, Viewer};

/// The window on an example, as large as it opens.
fn window(theme: Theme) -> Harness<'static, Viewer> {
    let viewer = Viewer::new(timeline(&mut simulated(&lossy(5), 7)));
    let size = eframe::egui::Vec2::new(1_280.0, 800.0);
    Harness::builder().with_size(size).with_theme(theme).build_ui_state(
        |ui, viewer: &mut Viewer| {
            let actions = whole(ui, viewer);
            actions.into_iter().for_each(|action| viewer.act(action));
        },
        viewer,
    )
}

#[test]
fn stepping_through_losses_tells_what_came_of_them() {
    let mut window = window(Theme::Dark);
    window.get_by_label("loss >").click();
    window.run();
    assert_eq!(window.state().selection(), Some(Selection::Loss(0)));
    window.get_by_label("What came of the loss");
    let first = window.state().cursor();
    window.key_press(Key::L);
    window.run();
    assert_eq!(window.state().selection(), Some(Selection::Loss(1)));
    assert!(window.state().cursor() >= first);
    window.key_press_modifiers(Modifiers::SHIFT, Key::L);
    window.run();
    assert_eq!(window.state().selection(), Some(Selection::Loss(0)));
}

#[test]
fn a_packet_is_shown_field_by_field_once_its_bytes_are_there() {
    let mut window = window(Theme::Light);
    window.get_by_label("packet >").click();
    window.run();
    window.get_by_label_contains("Its bytes are being made again");
    let wanted = window.state_mut().poll_wanted().expect("a stretch is wanted");
    assert_eq!(window.state_mut().poll_wanted(), None, "asked for once");
    let span = Span::make(&mut simulated(&lossy(5), 7), wanted);
    window.state_mut().take_span(span);
    window.run();
    assert!(window.query_by_label_contains("Its bytes are being made again").is_none());
    window.get_by_label("STUN");
    window.get_by_label("transaction");
}

#[test]
fn keys_move_play_and_zoom() {
    let mut window = window(Theme::Dark);
    let press = |window: &mut Harness<'static, Viewer>, key| {
        window.key_press(key);
        window.run();
    };
    press(&mut window, Key::End);
    assert_eq!(window.state().cursor(), Time::from_secs(4));
    press(&mut window, Key::Home);
    assert_eq!(window.state().cursor(), Time::ZERO);
    let length = |window: &Harness<'static, Viewer>| {
        let (from, until) = window.state().visible();
        until.since(from)
    };
    let before = length(&window);
    press(&mut window, Key::Plus);
    assert_eq!(length(&window), before / 2);
    press(&mut window, Key::Minus);
    assert_eq!(length(&window), before);
    press(&mut window, Key::Num0);
    assert_eq!(length(&window), std::time::Duration::from_secs(4));
    press(&mut window, Key::Space);
    assert!(window.state().is_playing());
    window.get_by_label("Pause").click();
    window.run();
    assert!(!window.state().is_playing());
}

#[test]
fn a_search_finds_and_says_when_nothing_is_found() {
    let mut window = window(Theme::Dark);
    window.get_by_role_and_label(eframe::egui::accesskit::Role::TextInput, "Search").focus();
    window.run();
    window
        .get_by_role_and_label(eframe::egui::accesskit::Role::TextInput, "Search")
        .type_text("NACK");
    window.run();
    window.get_by_label("Find next").click();
    window.run();
    let found = window.state().selected_packet().expect("a packet that asks for others");
    assert!(found.reading.label().contains("NACK"));
    window.get_by_role_and_label(eframe::egui::accesskit::Role::TextInput, "Search").focus();
    window.run();
    window
        .get_by_role_and_label(eframe::egui::accesskit::Role::TextInput, "Search")
        .type_text("zzz");
    window.run();
    window.get_by_label("Find next").click();
    window.run();
    window.get_by_label("nothing found");
}

#[test]
fn what_is_drawn_is_said_too() {
    let mut window = window(Theme::Dark);
    window.key_press(Key::End);
    window.run();
    let states = window.get_by_label_contains("States at the cursor").accesskit_node().label();
    let states = states.expect("a label");
    assert!(states.contains("caller call: in a call; "), "{states}");
    assert!(states.contains("caller DTLS: connected"), "{states}");
    window.get_by_label_contains("Ladder from ");
    window.get_by_label_contains("Jitter buffers at the cursor");
    window.get_by_label_contains("Time, in seconds");
    window.get_by_label_contains("Speed");
}

#[test]
fn the_sheet_of_keys_opens_and_closes() {
    let mut window = window(Theme::Light);
    window.key_press(Key::Questionmark);
    window.run();
    window.get_by_label("next loss");
    window.get_by_label("Close keys").click();
    window.run();
    assert!(window.query_by_label("next loss").is_none());
    assert!(!window.state().shows_keys());
}
