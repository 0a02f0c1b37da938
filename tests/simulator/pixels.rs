//! A call with a real encoder and a real decoder, where pixels matter.

use std::sync::{Arc, Mutex};

use roomrtc_sim::link::Loss;
use roomrtc_sim::quantity::Span;
use roomrtc_sim::run::Outcome;
use roomrtc_sim::scenario::{Scenario, Side};
use roomrtc_sim::simulation::{RunOptions, Simulation};

use super::encoded_card::EncodedCard;
use super::picture_viewer::PictureViewer;
use super::seen_picture::SeenPicture;

/// Runs a call in which the caller films the card; what the called saw of it.
fn watched(scenario: &Scenario, seed: u64) -> (Outcome, Vec<SeenPicture>) {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let mut simulation = Simulation::new(scenario, seed, &RunOptions::default());
    simulation.client_mut(Side::Caller).set_source(Box::new(EncodedCard::new()));
    let viewer = PictureViewer::new(Arc::clone(&seen));
    simulation.client_mut(Side::Called).viewer = Some(Box::new(viewer));
    simulation.run();
    let outcome = simulation.finish();
    assert!(outcome.holds(), "{:#?}", outcome.violations);
    let pictures = seen.lock().expect("not poisoned").clone();
    (outcome, pictures)
}

fn call() -> Scenario {
    let mut scenario = Scenario::call().lasting(Span::secs(8));
    scenario.called.media.sends = false;
    scenario
}

/// Every picture shows the frame that the simulator takes it for, captured when that was, and they
/// come in order.
fn check(pictures: &[SeenPicture]) {
    for picture in pictures {
        let code = picture.code.unwrap_or_else(|| panic!("no code in {picture:?}"));
        assert_eq!(u64::from(code.frame_number), picture.number);
        let captured = EncodedCard::captured(u32::from(code.source_position));
        assert_eq!(code.capture_time, captured, "{picture:?}");
    }
    assert!(pictures.is_sorted_by(|one, next| one.number < next.number));
}

#[test]
fn every_picture_is_seen_where_nothing_is_lost() {
    let (outcome, pictures) = watched(&call(), 1);
    check(&pictures);
    let received = outcome.figures.value(Some("called"), "frames-received");
    assert_eq!(received, Some(pictures.len() as u64));
    assert!(pictures.len() > 220, "{}", pictures.len());
    assert_eq!(pictures.iter().filter(|picture| picture.is_key_frame).count(), 1);
}

#[test]
fn pictures_after_a_loss_are_whole_again() {
    for seed in 0..4 {
        let (outcome, pictures) = watched(&call().up(Side::Caller, Loss::percent(2)), seed);
        check(&pictures);
        let repaired = outcome.figures.value(Some("called"), "packets-repaired");
        assert!(repaired > Some(0), "seed {seed}: nothing was lost");
        // Whatever follows a gap begins with a key frame: the decoder has erred at nothing.
        for pair in pictures.windows(2) {
            assert!(pair[1].number == pair[0].number + 1 || pair[1].is_key_frame, "{pair:?}");
        }
        assert!(pictures.len() > 80, "seed {seed}: {} pictures", pictures.len());
    }
}

#[test]
fn the_same_seed_encodes_the_same_bytes() {
    let hash = |seed| watched(&call().up(Side::Caller, Loss::percent(2)), seed).0.trace.hash();
    assert_eq!(hash(5), hash(5));
    assert_ne!(hash(5), hash(6));
}

#[test]
fn a_camera_goes_on_from_a_copy() {
    let scenario = call().lasting(Span::secs(3));
    let run = |is_copied: bool| {
        let mut simulation = Simulation::new(&scenario, 3, &RunOptions::default());
        simulation.client_mut(Side::Caller).set_source(Box::new(EncodedCard::new()));
        simulation.run_until(roomrtc_core::base::Time::from_millis(1_500));
        if is_copied {
            simulation = simulation.snapshot().expect("nothing in it cannot be copied");
        }
        simulation.run();
        simulation.finish().trace.hash()
    };
    assert_eq!(run(true), run(false));
}
