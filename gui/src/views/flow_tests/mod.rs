//! What people do in the window, by the names of the controls, with the real desktop and client at the real
//! hub.

mod call_tests;
mod device_tests;
mod entering_tests;
mod keyboard_tests;
mod lobby_tests;
mod panel_tests;
mod trust_tests;

use std::cell::RefCell;
use std::rc::Rc;

use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desktop::News;
use crate::desktop::flows::World;
use crate::window::testing::Onlooker;

type Window = Harness<'static, Onlooker>;

/// A world and the windows of all who are in it.
fn windows(world: World) -> (Rc<RefCell<World>>, Vec<Window>) {
    let seats = world.seats.len();
    let world = Rc::new(RefCell::new(world));
    let windows = (0..seats).map(|seat| Onlooker::sit(&world, seat)).collect();
    (world, windows)
}

/// Something happens outside of a window.
fn hear(window: &mut Window, news: News) {
    window.state().hear(news);
    window.run();
}

/// Picks one of a list.
fn pick(window: &mut Window, list: &str, choice: &str) {
    window.get_by_role_and_label(Role::ComboBox, list).click();
    window.run();
    let is_choice = |role: Role| role != Role::ComboBox;
    let found =
        window.get_all_by_label(choice).find(|node| is_choice(node.accesskit_node().role()));
    found.expect("the choice").click();
    window.run();
}
