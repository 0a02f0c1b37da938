//! What people do in the window, by the names of the controls, with the real desktop and client at the real
//! hub.

mod call_tests;
mod entering_tests;
mod keyboard_tests;
mod lobby_tests;
mod panel_tests;

use std::cell::RefCell;
use std::rc::Rc;

use egui_kittest::Harness;

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
