//! The call.

use std::time::Duration;

use eframe::egui::accesskit::Role;
use eframe::egui::vec2;
use egui_kittest::kittest::Queryable;

use super::{Window, hear, windows};
use crate::desktop::flows::World;
use crate::desktop::{CallStage, Corner, CurrentCall, News, Screen};
use crate::window::testing::{press, sees};

fn call<T>(window: &Window, look: impl FnOnce(&CurrentCall) -> T) -> T {
    window.state().desktop(|desktop| look(desktop.call.as_ref().expect("a call")))
}

#[test]
fn names_and_duration_are_shown_until_one_hangs_up() {
    let (world, mut windows) = windows(World::in_call());
    world.borrow_mut().pass(Duration::from_secs(65));
    let window = &mut windows[0];
    assert!(sees(window, "Call with bob") && sees(window, "1:0"));
    assert!(window.query_by_label("Picture of bob").is_some());
    press(window, "Hang up");
    world.borrow_mut().pass(Duration::from_secs(1));
    for (window, other) in windows.iter_mut().zip(["bob", "alice"]) {
        assert!(sees(window, &format!("The call with {other} is over")));
        assert_eq!(window.state().desktop(|desktop| desktop.screen()), Screen::Lobby);
    }
}

#[test]
fn the_camera_is_turned_off_and_on() {
    let (_world, mut windows) = windows(World::in_call());
    press(&mut windows[0], "Turn the camera off");
    assert!(!call(&windows[0], |call| call.is_camera_on));
    press(&mut windows[0], "Turn the camera on");
    assert!(call(&windows[0], |call| call.is_camera_on));
}

#[test]
fn ones_own_picture_is_moved_mirrored_and_hidden() {
    let (_world, mut windows) = windows(World::in_call());
    let window = &mut windows[0];
    assert_eq!(call(window, |call| call.own_picture.corner), Corner::BottomRight);
    press(window, "Move your own picture to another corner");
    assert_eq!(call(window, |call| call.own_picture.corner), Corner::BottomRight.next());
    let mirrored = call(window, |call| call.own_picture.is_mirrored);
    press(window, "Mirror your own picture");
    assert_ne!(call(window, |call| call.own_picture.is_mirrored), mirrored);
    press(window, "Hide your own picture");
    assert!(!sees(window, "Move your own picture"));
    press(window, "Show your own picture");
    assert!(sees(window, "Move your own picture"));
}

#[test]
fn ones_own_picture_is_dragged_to_a_corner() {
    let (_world, mut windows) = windows(World::in_call());
    let window = &mut windows[0];
    let from = window.get_by_label("Move your own picture to another corner").rect().center();
    window.drag_at(from);
    window.step();
    let to = eframe::egui::pos2(120.0, 160.0);
    window.hover_at(to);
    window.step();
    window.drop_at(to);
    window.run();
    assert_eq!(call(window, |call| call.own_picture.corner), Corner::TopLeft);
}

#[test]
fn full_screen_hides_the_bar_above() {
    let (_world, mut windows) = windows(World::in_call());
    press(&mut windows[0], "Full screen");
    assert!(windows[0].state().desktop(|desktop| desktop.is_full_screen));
    assert!(!sees(&mut windows[0], "Call with bob"));
    for name in ["Hang up", "Turn the camera off", "Statistics", "Settings"] {
        assert!(sees(&mut windows[0], name), "{name} stays in reach");
    }
    press(&mut windows[0], "Leave full screen");
    assert!(sees(&mut windows[0], "Call with bob"));
}

#[test]
fn both_read_the_same_safety_number_and_say_so() {
    let (_world, mut windows) = windows(World::in_call());
    let digits: Vec<String> = windows
        .iter_mut()
        .map(|window| {
            press(window, "Safety number");
            let number = call(window, |call| call.safety_number.expect("a number"));
            assert!(sees(window, &number.digits()));
            assert!(sees(window, "First call with"));
            number.digits()
        })
        .collect();
    assert_eq!(digits[0], digits[1]);
    press(&mut windows[0], "They are the same");
    assert!(!sees(&mut windows[0], "They are the same"));
    press(&mut windows[0], "Close");
    assert!(!sees(&mut windows[0], "As digits"));
}

#[test]
fn a_way_that_is_lost_is_shown_and_found_again() {
    let (world, mut windows) = windows(World::in_call());
    let is_lost = |world: &World| {
        let call = world.seats[0].desktop.call.as_ref();
        call.is_some_and(|call| matches!(call.stage, CallStage::Reconnecting { .. }))
    };
    world.borrow_mut().arrives = |_| false;
    world.borrow_mut().run_until(is_lost);
    assert!(sees(&mut windows[0], "Reconnecting."));
    world.borrow_mut().arrives = |_| true;
    world.borrow_mut().run_until(|world| !is_lost(world));
    assert!(!sees(&mut windows[0], "Reconnecting."));
}

#[test]
fn a_call_goes_on_without_the_server_until_it_is_back() {
    let (world, mut windows) = windows(World::in_call());
    world.borrow_mut().server.stop();
    world.borrow_mut().pass(Duration::from_secs(2));
    assert!(sees(&mut windows[0], "The call goes on without it."));
    assert!(sees(&mut windows[0], "Call with bob"));
    world.borrow_mut().server.start();
    let is_back =
        |world: &World| world.seats[0].desktop.call.as_ref().is_some_and(|call| !call.is_detached);
    world.borrow_mut().run_until(is_back);
    world.borrow_mut().pass(Duration::from_secs(20));
    assert!(!sees(&mut windows[0], "The call goes on without it."));
    assert!(sees(&mut windows[0], "Call with bob"));
}

#[test]
fn a_small_window_keeps_controls_and_panels_in_reach() {
    let (world, mut windows) = windows(World::in_call());
    let window = &mut windows[0];
    for size in [vec2(640.0, 400.0), vec2(480.0, 640.0)] {
        window.set_size(size);
        for panel in ["Log", "Statistics"] {
            press(window, panel);
            let close = window.get_by_role_and_label(Role::Button, "Close").rect();
            let above = window.get_by_role_and_label(Role::Button, "Safety number").rect();
            let below = window.get_by_role_and_label(Role::Button, "Hang up").rect();
            assert!(above.bottom() < close.top() && close.bottom() < below.top(), "{panel} {size}");
            press(window, "Close");
        }
    }
    hear(window, News::ReportSaved(Err(None)));
    assert!(sees(window, "The report could not be written."));
    press(window, "Hang up");
    world.borrow_mut().pass(Duration::from_secs(1));
    window.run();
    assert_eq!(window.state().desktop(|desktop| desktop.screen()), Screen::Lobby);
}
