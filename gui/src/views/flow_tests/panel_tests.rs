//! Panels.

use std::time::Duration;

use egui_kittest::kittest::Queryable;

use super::windows;
use crate::desktop::flows::World;
use crate::desktop::{Action, Language, SettingChange, SourceChoice, Theme};
use crate::window::testing::{fill, press, sees};

#[test]
fn statistics_are_plotted_named_and_explained() {
    let (world, mut windows) = windows(World::in_call());
    press(&mut windows[0], "Statistics");
    for _ in 0..3 {
        world.borrow_mut().pass(Duration::from_secs(1));
        windows[0].run();
    }
    let window = &mut windows[0];
    assert!(sees(window, "Bit rate"));
    assert!(sees(window, "jitterBufferDelay") && sees(window, "Pictures decoded"));
    press(window, "Copy as JSON");
    assert!(window.state().done.contains(&Action::CopyStatistics));
}

#[test]
fn the_call_doctor_says_what_was_tried() {
    let (_world, mut windows) = windows(World::in_call());
    press(&mut windows[0], "Call doctor");
    assert!(sees(&mut windows[0], "Everything that was tried has worked."));
    assert!(sees(&mut windows[0], "Encryption: done"));
    press(&mut windows[0], "Save a report");
    assert!(windows[0].state().done.contains(&Action::SaveReport(None)));
}

#[test]
fn the_log_is_searched() {
    let (_world, mut windows) = windows(World::in_lobby(1));
    let window = &mut windows[0];
    press(window, "Log");
    assert!(sees(window, "No lines."));
    fill(window, "Search the log", "dtls");
    assert_eq!(window.state().desktop(|desktop| desktop.log.search.clone()), "dtls");
}

#[test]
fn settings_hold_at_once() {
    let (_world, mut windows) = windows(World::in_lobby(1));
    let window = &mut windows[0];
    press(window, "Settings");
    press(window, "Light");
    assert_eq!(window.state().desktop(|desktop| desktop.settings.theme), Theme::Light);
    window.get_by_label("Mirror my own picture").scroll_to_me();
    window.run();
    window.get_by_label("Mirror my own picture").click();
    window.run();
    assert!(!window.state().desktop(|desktop| desktop.settings.mirrors_own_picture));
    let seen = Action::ChangeSetting(SettingChange::MirrorsOwnPicture(false));
    assert!(window.state().done.contains(&seen));
}

#[test]
fn the_language_changes_with_the_setting() {
    let (world, mut windows) = windows(World::in_lobby(1));
    let spanish = Action::ChangeSetting(SettingChange::Language(Language::Spanish));
    world.borrow_mut().act(0, spanish);
    windows[0].run();
    assert!(sees(&mut windows[0], "Comprobar la cámara") || sees(&mut windows[0], "Personas"));
}

#[test]
fn the_screen_is_shared_and_no_longer() {
    let (_world, mut windows) = windows(World::in_call());
    let window = &mut windows[0];
    press(window, "Choose what you send");
    press(window, "Share the whole screen");
    let shared = window.state().desktop(|desktop| desktop.call.as_ref()?.sharing.clone());
    assert_eq!(shared, Some(SourceChoice::Screen));
    press(window, "Choose what you send");
    press(window, "Stop sharing");
    assert_eq!(window.state().desktop(|desktop| desktop.call.as_ref()?.sharing.clone()), None);
}

#[test]
fn a_password_is_changed_and_an_invitation_made() {
    let (world, mut windows) = windows(World::in_lobby(1));
    let window = &mut windows[0];
    press(window, "Signed in as alice");
    press(window, "Make an invitation");
    world.borrow_mut().pass(Duration::from_secs(5));
    window.run();
    press(window, "Copy the link");
    fill(window, "Password now", World::PASSWORD);
    fill(window, "New password", "a better horse");
    fill(window, "New password again", "a better horse");
    press(window, "Change the password");
    world.borrow_mut().pass(Duration::from_secs(5));
    assert!(sees(window, "Your password is changed."));
}

#[test]
fn an_account_is_deleted_with_its_password_after_a_second_press() {
    let (world, mut windows) = windows(World::in_lobby(1));
    let window = &mut windows[0];
    press(window, "Signed in as alice");
    press(window, "Delete the account…");
    fill(window, "Password now", World::PASSWORD);
    press(window, "Delete for good");
    world.borrow_mut().pass(Duration::from_secs(5));
    assert!(sees(window, "Your account is deleted."));
}
