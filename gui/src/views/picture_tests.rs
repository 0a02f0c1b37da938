//! Pictures of the main states, light and dark, compared with those that are kept.

use eframe::egui::Theme;

use crate::window::testing::{Stage, assert_same, scenes};

fn compare(name: &str, stage: fn() -> Stage) {
    for (theme, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let (harness, raster) = stage().show(720.0, 480.0, theme);
        assert_same(&format!("{name}-{suffix}"), &raster.picture(&harness));
    }
}

#[test]
fn the_first_screen_looks_as_it_did() {
    compare("welcome", Stage::new);
}

#[test]
fn the_lobby_looks_as_it_did() {
    compare("lobby", scenes::lobby);
}

#[test]
fn a_call_that_rings_looks_as_it_did() {
    compare("incoming", scenes::incoming);
}

#[test]
fn a_call_looks_as_it_did() {
    compare("call", scenes::call);
}
