//! Moving, zooming, finding and playing.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_sim::trace::{Place, TraceEvent, What};

use super::{Action, Direction, Selection, Speed, Viewer};
use crate::example::{lossy, simulated, timeline};
use crate::source::{Heading, Listener, Told};
use crate::timeline::TimelineBuilder;

fn viewer() -> Viewer {
    Viewer::new(timeline(&mut simulated(&lossy(5), 7)))
}

/// Does an action until the cursor and the selection stay as they are; what was selected, in order.
fn steps(viewer: &mut Viewer, action: &Action) -> Vec<(Time, Selection)> {
    let mut all = Vec::new();
    loop {
        let before = (viewer.cursor(), viewer.selection());
        viewer.act(action.clone());
        let Some(selection) = viewer.selection() else { return all };
        if (viewer.cursor(), viewer.selection()) == before {
            return all;
        }
        all.push((viewer.cursor(), selection));
    }
}

#[test]
fn every_packet_has_its_turn_forwards_and_backwards() {
    let mut viewer = viewer();
    let forwards = steps(&mut viewer, &Action::StepPacket(Direction::Forwards));
    assert_eq!(forwards.len(), viewer.timeline().ladder.crossings().len());
    assert!(forwards.is_sorted_by_key(|(time, _)| *time));
    let mut backwards = steps(&mut viewer, &Action::StepPacket(Direction::Backwards));
    backwards.reverse();
    assert_eq!(backwards, forwards[..forwards.len() - 1]);
}

#[test]
fn every_loss_and_every_event_has_its_turn() {
    let mut viewer = viewer();
    let losses = steps(&mut viewer, &Action::StepLoss(Direction::Forwards));
    assert_eq!(losses.len(), viewer.timeline().losses.len());
    viewer.act(Action::SeekBeginning);
    let moments = steps(&mut viewer, &Action::StepMoment(Direction::Forwards));
    assert_eq!(moments.len(), viewer.timeline().moments.len());
    assert!(losses.is_sorted_by_key(|(time, _)| *time));
    assert!(moments.is_sorted_by_key(|(time, _)| *time));
}

#[test]
fn the_cursor_is_always_visible_after_moving_and_within_the_run() {
    let mut viewer = viewer();
    viewer.act(Action::Show { from: Time::ZERO, length: Duration::from_millis(50) });
    for action in [
        Action::Seek(Time::from_millis(2_345)),
        Action::StepLoss(Direction::Forwards),
        Action::Seek(Time::FAR_FUTURE),
        Action::ZoomOut,
        Action::SeekBeginning,
    ] {
        viewer.act(action);
        let (from, until) = viewer.visible();
        assert!((from..=until).contains(&viewer.cursor()));
        assert!(until <= viewer.timeline().end && viewer.cursor() <= viewer.timeline().end);
    }
}

#[test]
fn zooming_keeps_the_cursor_where_it_is() {
    let mut viewer = viewer();
    viewer.act(Action::Show { from: Time::from_secs(1), length: Duration::from_secs(2) });
    viewer.act(Action::Seek(Time::from_millis(1_500)));
    viewer.act(Action::ZoomIn);
    assert_eq!(viewer.visible(), (Time::from_millis(1_250), Time::from_millis(2_250)));
    viewer.act(Action::ZoomOut);
    assert_eq!(viewer.visible(), (Time::from_secs(1), Time::from_secs(3)));
    (0..60).for_each(|_| viewer.act(Action::ZoomIn));
    let (from, until) = viewer.visible();
    assert_eq!(until.since(from), Viewer::SHORTEST);
    viewer.act(Action::Pan(-100_000));
    assert_eq!(viewer.visible().0.as_millis(), 1_489);
}

#[test]
fn playing_goes_at_its_speed_and_stops_at_the_end() {
    let mut viewer = viewer();
    viewer.act(Action::TogglePlaying);
    viewer.act(Action::SetSpeed(Speed::REAL.slower()));
    viewer.advance(Duration::from_millis(100));
    assert_eq!(viewer.cursor(), Time::from_millis(50));
    viewer.act(Action::SetSpeed(Speed::REAL.faster()));
    viewer.advance(Duration::from_secs(1));
    assert_eq!(viewer.cursor(), Time::from_millis(2_050));
    viewer.advance(Duration::from_secs(9));
    assert_eq!((viewer.cursor(), viewer.is_playing()), (Time::from_secs(4), false));
    viewer.act(Action::TogglePlaying);
    assert_eq!((viewer.cursor(), viewer.is_playing()), (Time::ZERO, true));
    let names: Vec<String> = Speed::ALL.iter().map(Speed::to_string).collect();
    assert_eq!(names[..4], ["0.001×", "0.01×", "0.05×", "0.1×"]);
    assert_eq!((names[6].as_str(), names[8].as_str()), ("1×", "10×"));
}

#[test]
fn a_number_a_word_and_a_cause_are_found() {
    let mut viewer = viewer();
    let mut find = |text: &str, direction| {
        viewer.act(Action::Search(text.to_owned()));
        viewer.act(Action::Find(direction));
        let found = viewer.search().1 == Some(true);
        found.then(|| viewer.selected_packet().cloned()).flatten()
    };
    let lost = find("lost loss", Direction::Forwards).expect("a lost packet");
    assert!(lost.is_lost());
    let next = find("lost loss", Direction::Forwards).expect("another");
    assert!(next.is_lost() && next.number != lost.number);
    let back = find("lost loss", Direction::Backwards).expect("the first again");
    assert_eq!(back.number, lost.number);
    assert_eq!(find("#12", Direction::Forwards).map(|found| found.number), Some(12));
    assert_eq!(find("no such thing", Direction::Forwards), None);
}

#[test]
fn whatever_is_done_steps_go_one_way_and_all_stays_within_the_run() {
    use Direction::{Backwards, Forwards};
    let mut viewer = viewer();
    let seed = roomrtc_core::base::Seed::from_u64(11);
    let mut random = seed.stream("actions");
    for _ in 0..4_000 {
        let (before, number) = (viewer.cursor(), random.next_u64());
        let direction = if number & 1 == 0 { Forwards } else { Backwards };
        let (action, is_step) = match number >> 8 & 15 {
            0..3 => (Action::StepPacket(direction), true),
            3..6 => (Action::StepLoss(direction), true),
            6..9 => (Action::StepMoment(direction), true),
            9 => (Action::Seek(Time::from_micros(number >> 16 & 0x7f_ffff)), false),
            10 => (Action::ZoomIn, false),
            11 => (Action::ZoomOut, false),
            12 => (Action::Pan((number >> 16 & 0xfff) as i32 - 2_048), false),
            13 => (Action::Unselect, false),
            14 => (Action::Select(Selection::Loss((number >> 16 & 0xff) as usize)), false),
            _ => (Action::Select(Selection::Packet((number >> 16 & 0xfff) as usize)), false),
        };
        viewer.act(action);
        match direction {
            Forwards if is_step => assert!(viewer.cursor() >= before),
            Backwards if is_step => assert!(viewer.cursor() <= before),
            _ => {}
        }
        let ((from, until), end) = (viewer.visible(), viewer.timeline().end);
        assert!(viewer.cursor() <= end && until <= end && from < until);
    }
}

/// A call that was recorded in the second minute of a program.
#[test]
fn a_run_that_begins_late_is_shown_from_its_first_second_on() {
    let mut builder = TimelineBuilder::new(Heading::default(), false);
    for millis in [61_700, 63_000] {
        let (time, place) = (Time::from_millis(millis), Place::Host(0));
        let event = TraceEvent { time, place, what: What::KeyFrameRequest };
        let told = builder.hear(Told::Event { event: &event, plain: None });
        assert!(told.is_continue());
    }
    let mut viewer = Viewer::new(builder.finish());
    let [begin, end] = [61, 63].map(Time::from_secs);
    assert_eq!((viewer.cursor(), viewer.visible()), (begin, (begin, end)));
    for action in [Action::Seek(Time::ZERO), Action::SeekBeginning, Action::Pan(-1_000)] {
        viewer.act(Action::SeekEnd);
        viewer.act(Action::ZoomIn);
        viewer.act(action);
        assert!(viewer.cursor() >= begin && viewer.visible().0 >= begin);
    }
    viewer.act(Action::ZoomToAll);
    assert_eq!(viewer.visible(), (begin, end));
}
