//! A call that stands.

use std::time::Duration;

use roomrtc_media::source::camera::CameraInfo;

use super::World;
use crate::desktop::{
    Action, CallEnding, CallStage, CurrentCall, DoctorFinding, DoctorStage, News, Notice, Panel,
    Screen, SourceChoice, SourceProblem, SourceState, StageState,
};

fn call(world: &World, seat: usize) -> &CurrentCall {
    world.seats[seat].desktop.call.as_ref().expect("a call")
}

fn cameras(world: &mut World, names: &[&str]) {
    let info = |(index, name): (usize, &&str)| CameraInfo {
        index: index as u32,
        name: (*name).to_owned(),
    };
    let cameras = names.iter().enumerate().map(info).collect();
    let now = world.now;
    world.seats[0].desktop.hear(now, News::Cameras(cameras));
    world.pass(Duration::ZERO);
}

#[test]
fn a_call_is_measured_and_all_stages_are_done() {
    let mut world = World::in_call();
    world.pass(Duration::from_secs(6));
    let report = world.seats[0].desktop.doctor.as_ref().expect("a report");
    assert!(report.stages.iter().all(|(_, state)| *state == StageState::Done), "{report:?}");
    assert_eq!(report.finding, DoctorFinding::Healthy);
    let call = call(&world, 0);
    assert_eq!(call.stage, CallStage::Connected);
    assert!((5..=7).contains(&call.lasted(world.now).as_secs()));
    let statistics = call.statistics.as_ref().expect("statistics");
    let decoded = statistics.inbound.as_ref().map(|inbound| inbound.frames_decoded);
    assert!(decoded.is_some_and(|frames| frames > 100), "{decoded:?}");
    assert_eq!(call.quality.causes, []);
}

#[test]
fn hanging_up_ends_it_on_both_sides() {
    let mut world = World::in_call();
    world.pass(Duration::from_secs(3));
    world.act(1, Action::HangUp);
    world.run_until(|world| world.seats.iter().all(|seat| seat.desktop.call.is_none()));
    for (seat, user, ending) in [(0, "bob", CallEnding::There), (1, "alice", CallEnding::Here)] {
        let over = |notice: &&&Notice| {
            matches!(notice, Notice::CallOver { user: who, ending: why, lasted }
                if who == user && *why == ending && lasted.as_secs() == 3)
        };
        assert_eq!(world.notices(seat).iter().filter(over).count(), 1, "{:?}", world.notices(seat));
        let desktop = &world.seats[seat].desktop;
        assert_eq!((desktop.screen(), desktop.panel), (Screen::Lobby, None));
    }
}

#[test]
fn the_camera_can_be_turned_off_and_on() {
    let mut world = World::in_call();
    world.act(0, Action::TurnCamera(false));
    assert!(!call(&world, 0).is_camera_on);
    world.pass(Duration::from_secs(2));
    let decoded = world.seats[1].counts.frames_decoded;
    world.pass(Duration::from_secs(5));
    assert_eq!(world.seats[1].counts.frames_decoded, decoded);
    assert_eq!(call(&world, 1).quality.causes, [], "who sends nothing is not slow");
    world.act(0, Action::TurnCamera(true));
    world.run_until(|world| world.seats[1].counts.frames_decoded > decoded + 20);
}

#[test]
fn a_camera_that_is_lost_in_mid_call_comes_back_by_itself() {
    let mut world = World::in_call();
    cameras(&mut world, &["front"]);
    let now = world.now;
    world.seats[0].lose_camera(now, SourceProblem::CameraLost);
    cameras(&mut world, &[]);
    assert_eq!(call(&world, 0).source, SourceState::Failed(SourceProblem::CameraLost));
    assert!(world.notices(0).contains(&&Notice::SourceLost(SourceProblem::CameraLost)));
    let report = world.seats[0].desktop.doctor.as_ref().expect("a report");
    assert_eq!(report.finding, DoctorFinding::NoPicturesToSend(SourceProblem::CameraLost));
    assert_eq!(report.state(DoctorStage::Camera), StageState::Failed);
    world.pass(Duration::from_secs(3));
    assert_eq!(call(&world, 0).stage, CallStage::Connected, "the call goes on");
    let decoded = world.seats[1].counts.frames_decoded;
    world.seats[0].camera = Ok(());
    cameras(&mut world, &["front"]);
    assert!(matches!(call(&world, 0).source, SourceState::Running(_)));
    assert!(world.notices(0).contains(&&Notice::SourceBack));
    world.run_until(|world| world.seats[1].counts.frames_decoded > decoded + 5);
}

#[test]
fn another_camera_takes_the_place_of_one_that_was_lost() {
    let mut world = World::in_call();
    cameras(&mut world, &["front", "desk"]);
    let (now, decoded) = (world.now, world.seats[1].counts.frames_decoded);
    let lost = News::Source(Err(SourceProblem::CameraLost));
    world.seats[0].desktop.hear(now, lost);
    world.pass(Duration::from_secs(1));
    assert!(matches!(call(&world, 0).source, SourceState::Running(_)));
    assert!(world.notices(0).contains(&&Notice::SourceBack));
    assert!(world.seats[1].counts.frames_decoded > decoded);
}

#[test]
fn a_call_without_a_camera_goes_on_without() {
    let mut world = World::in_lobby(2);
    world.seats[0].camera = Err(SourceProblem::NoCamera);
    world.act(0, Action::Call("bob".into()));
    world.run_until(|world| world.seats[1].desktop.ringing.is_some());
    world.act(1, Action::Accept);
    let sees =
        |world: &World| world.seats[0].desktop.call.as_ref().is_some_and(|call| call.has_picture);
    world.run_until(sees);
    assert_eq!(call(&world, 0).source, SourceState::Failed(SourceProblem::NoCamera));
    world.pass(Duration::from_secs(7));
    let blind = world.seats[1].desktop.doctor.as_ref().expect("a report");
    assert_eq!(blind.finding, DoctorFinding::NoPicture);
    assert_eq!(blind.state(DoctorStage::FirstPicture), StageState::Running);
}

#[test]
fn the_screen_is_shared_for_a_call_and_the_camera_is_back_after_it() {
    let mut world = World::in_call();
    world.act(0, Action::Share(SourceChoice::Screen));
    assert_eq!(world.seats[0].source, SourceChoice::Screen);
    assert_eq!(call(&world, 0).sharing, Some(SourceChoice::Screen));
    world.act(0, Action::StopSharing);
    assert_eq!(world.seats[0].source, SourceChoice::AnyCamera);
    world.act(0, Action::Share(SourceChoice::Window(7)));
    let now = world.now;
    world.seats[0].desktop.hear(now, News::Source(Err(SourceProblem::WindowGone)));
    world.pass(Duration::ZERO);
    assert_eq!(
        (call(&world, 0).sharing.as_ref(), &world.seats[0].source),
        (None, &SourceChoice::AnyCamera)
    );
    world.act(0, Action::Share(SourceChoice::Screen));
    world.act(0, Action::HangUp);
    world.run_until(|world| world.seats[0].desktop.call.is_none());
    assert_eq!(world.seats[0].source, SourceChoice::AnyCamera);
    assert_eq!(world.seats[0].desktop.settings.source, SourceChoice::AnyCamera);
}

#[test]
fn a_call_that_finds_no_way_is_explained() {
    let mut world = World::in_lobby(2);
    world.arrives = |_| false;
    world.act(0, Action::Call("bob".into()));
    world.run_until(|world| world.seats[1].desktop.ringing.is_some());
    world.act(1, Action::Accept);
    world.run_until(|world| world.seats[0].desktop.call.is_some());
    world.run_until(|world| world.seats[0].desktop.call.is_none());
    let desktop = &world.seats[0].desktop;
    let report = desktop.doctor.as_ref().expect("a report");
    assert_eq!(report.finding, DoctorFinding::NoPairAnswered, "{report:?}");
    assert_eq!(report.state(DoctorStage::Gathering), StageState::Done);
    assert_eq!(report.state(DoctorStage::Checks), StageState::Failed);
    assert_eq!(report.state(DoctorStage::Handshake), StageState::NotReached);
    assert!(report.tried.sent > 0 && report.tried.answered == 0);
    assert!(report.tried.remote[0].contains("192.0.2.2:4000"), "{:?}", report.tried);
    assert_eq!(desktop.panel, Some(Panel::Doctor), "it is shown");
}

#[test]
fn a_way_in_one_direction_alone_is_told_apart() {
    let mut world = World::in_lobby(2);
    // What bob sends arrives, and what alice sends does not.
    world.arrives = |from| from == 1;
    world.act(0, Action::Call("bob".into()));
    world.run_until(|world| world.seats[1].desktop.ringing.is_some());
    world.act(1, Action::Accept);
    world.run_until(|world| world.seats[0].desktop.call.is_some());
    world.run_until(|world| world.seats[0].desktop.call.is_none());
    let finding = world.seats[0].desktop.doctor.as_ref().map(|report| report.finding);
    assert_eq!(finding, Some(DoctorFinding::OnlyTheirChecksArrive));
}

#[test]
fn one_s_own_picture_can_be_hidden_mirrored_and_moved() {
    let mut world = World::in_call();
    let before = call(&world, 0).own_picture;
    world.act(0, Action::ShowOwnPicture(false));
    world.act(0, Action::MirrorOwnPicture(false));
    world.act(0, Action::MoveOwnPicture);
    let after = call(&world, 0).own_picture;
    assert!(before.is_shown && before.is_mirrored && !after.is_shown && !after.is_mirrored);
    assert_eq!(after.corner, before.corner.next());
    assert_eq!(world.seats[0].desktop.settings.own_picture_corner, after.corner, "it is kept");
}
