//! What a recording holds, and what not.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use roomrtc_sim::link::Loss;
use roomrtc_sim::quantity::Span;
use roomrtc_sim::recording::{Disclosure, RecordingMaker};
use roomrtc_sim::run::run;
use roomrtc_sim::scenario::Scenario;
use roomrtc_sim::simulation::RunOptions;

use super::listening_maker::ListeningMaker;

/// Bytes that are looked for: of keys no part so long may be in a recording, of media neither.
const PART: usize = 8;

/// Records a call in one way; what it must not hold, by keys and media, and the file.
fn heard(disclosure: Disclosure) -> ([Vec<Vec<u8>>; 2], Vec<u8>) {
    let recording = RecordingMaker::new("caller", disclosure);
    let heard = Arc::new(Mutex::new(Vec::new()));
    let caller = ListeningMaker { recording: recording.clone(), heard: Arc::clone(&heard) };
    let called = ListeningMaker { recording: recording.beside("called"), ..caller.clone() };
    let scenario = Scenario::call().lasting(Span::secs(4)).link(Loss::percent(2));
    let makers = [Arc::new(caller) as _, Arc::new(called) as _];
    drop(run(&scenario, 9, &RunOptions { makers, ..RunOptions::default() }));
    let all = std::mem::take(&mut *heard.lock().expect("whole"));
    let (frames, keys) = all.into_iter().partition(|bytes| bytes.len() > 200);
    ([keys, frames], recording.file())
}

/// How many parts of these bytes are in the file. Runs of one byte say nothing.
fn found(file: &[u8], secrets: &[Vec<u8>]) -> (usize, usize) {
    let there: BTreeSet<&[u8]> = file.windows(PART).collect();
    let parts = secrets.iter().flat_map(|bytes| bytes.chunks_exact(PART));
    let parts: Vec<&[u8]> = parts.filter(|part| part.iter().any(|byte| *byte != part[0])).collect();
    (parts.iter().filter(|part| there.contains(*part)).count(), parts.len())
}

/// What a frame begins with is its structure: start codes, headers and parameter sets.
fn content(frames: &[Vec<u8>]) -> Vec<Vec<u8>> {
    frames.iter().map(|frame| frame[100..].to_vec()).collect()
}

#[test]
fn without_being_asked_it_holds_neither_keys_nor_media() {
    let ([keys, frames], file) = heard(Disclosure::Structure);
    assert!(keys.len() >= 2 * 10 && frames.len() > 50, "{} and {}", keys.len(), frames.len());
    assert_eq!(found(&file, &keys).0, 0, "keys");
    let (there, of) = found(&file, &content(&frames));
    assert!(of > 1_000, "{of}");
    assert_eq!(there, 0, "media");
}

#[test]
fn media_is_held_if_asked_for_and_keys_are_not() {
    let ([keys, frames], file) = heard(Disclosure::Media);
    assert_eq!(found(&file, &keys).0, 0, "keys");
    let (there, of) = found(&file, &content(&frames));
    assert!(there * 2 > of, "{there} of {of}");
}

#[test]
fn keys_are_held_if_asked_for() {
    let ([keys, _], file) = heard(Disclosure::Keys);
    // The secret part of each side's seed, from which all others follow.
    assert!(found(&file, &keys).0 >= 8);
}
