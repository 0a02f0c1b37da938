//! What is sent: the check before a call, and what is shared in one.

use std::cell::RefCell;
use std::time::Duration;

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use roomrtc_media::picture::PictureSize;
use roomrtc_media::source::camera::{CameraFormat, CameraInfo};

use super::{Window, hear, pick, windows};
use crate::desktop::flows::World;
use crate::desktop::{DesktopEffect, News, SharedWindow, SourceChoice, SourceProblem, SourceState};
use crate::window::testing::{press, sees};

fn two_cameras() -> News {
    let cameras = [(0, "Desk camera"), (1, "Document camera")];
    News::Cameras(cameras.map(|(index, name)| CameraInfo { index, name: name.to_owned() }).into())
}

fn has_preview(window: &Window) -> bool {
    window.query_by_role_and_label(Role::Image, "Preview of your own picture").is_some()
}

/// Whether this was wanted since it was asked last.
fn wants(world: &RefCell<World>, is_it: impl Fn(&DesktopEffect) -> bool) -> bool {
    world.borrow_mut().seats[0].take_wanted().iter().any(is_it)
}

#[test]
fn a_camera_is_picked_previewed_and_says_what_it_can_give() {
    let (world, mut windows) = windows(World::in_lobby(1));
    let window = &mut windows[0];
    hear(window, two_cameras());
    assert!(sees(window, "Camera check") && !sees(window, "No camera found"));
    pick(window, "Camera", "Camera: Document camera");
    press(window, "Start the preview");
    assert!(has_preview(window));
    let camera = SourceChoice::Camera("Document camera".to_owned());
    let starts = |effect: &DesktopEffect| matches!(effect, DesktopEffect::StartPreview(choice) if *choice == camera);
    assert!(wants(&world, starts));
    let size = PictureSize::new(1_280, 720).expect("a size");
    hear(window, News::CameraFormats(vec![CameraFormat { size, frame_rate: 30 }]));
    hear(window, News::Preview(Ok(size)));
    assert!(sees(window, "1280 × 720, 30 a second"));
    press(window, "Stop the preview");
    assert!(!has_preview(window));
    assert!(wants(&world, |effect| matches!(effect, DesktopEffect::StopPreview)));
}

#[test]
fn a_machine_without_a_camera_says_what_else_can_be_sent() {
    let (_world, mut windows) = windows(World::in_lobby(1));
    let window = &mut windows[0];
    hear(window, News::Cameras(Vec::new()));
    assert!(sees(window, "You can call without one, share your screen or send the test card."));
    press(window, "Start the preview");
    hear(window, News::Preview(Err(SourceProblem::NoCamera)));
    assert!(sees(window, "There is no camera. Connect one, or choose something else to send."));
    pick(window, "Camera", "Test card");
    let devices = window.state().desktop(|desktop| desktop.devices.clone());
    assert_eq!((devices.chosen, devices.preview), (SourceChoice::TestCard, SourceState::Starting));
}

#[test]
fn a_window_is_chosen_shared_and_no_longer() {
    let (world, mut windows) = windows(World::in_call());
    let window = &mut windows[0];
    press(window, "Choose what you send");
    press(window, "Look for windows");
    assert!(wants(&world, |effect| matches!(effect, DesktopEffect::ListWindows)));
    hear(window, News::Windows(vec![SharedWindow { id: 7, title: "Slides".to_owned() }]));
    press(window, "Slides");
    assert_eq!(world.borrow().seats[0].source, SourceChoice::Window(7));
    press(window, "Choose what you send");
    press(window, "Stop sharing");
    assert_eq!(world.borrow().seats[0].source, SourceChoice::AnyCamera);
}

#[test]
fn a_call_without_a_camera_says_so_and_leads_to_what_else_there_is() {
    let mut world = World::in_lobby(2);
    world.seats[0].camera = Err(SourceProblem::NoCamera);
    let (world, mut windows) = windows(world);
    press(&mut windows[0], "Call bob");
    windows[1].run();
    press(&mut windows[1], "Accept");
    world.borrow_mut().pass(Duration::from_secs(2));
    let window = &mut windows[0];
    assert!(sees(window, "There is no camera. Connect one, or choose something else to send."));
    window.get_all_by_label("Choose what you send").next().expect("a button").click();
    window.run();
    assert!(sees(window, "Share the whole screen"));
    pick(window, "Camera", "Test card");
    press(window, "Close");
    let source = window.state().desktop(|desktop| desktop.call.as_ref().map(|call| call.source));
    assert!(matches!(source, Some(SourceState::Running(_))), "{source:?}");
}
