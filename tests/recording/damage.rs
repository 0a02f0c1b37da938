//! Files that are cut off, damaged or forged: read as far as they go, and never a panic.

use std::sync::OnceLock;

use proptest::prelude::*;
use roomrtc_sim::quantity::Span;
use roomrtc_sim::recording::{Disclosure, ReadError, Recording, Replay, ReplayOutcome};
use roomrtc_sim::scenario::Scenario;

use super::files::{forge, record, short_call};

/// A recording as small as one of a call can be.
fn small(disclosure: Disclosure) -> &'static [u8] {
    static FILES: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    let scenario = || Scenario::call().lasting(Span::millis(1_500));
    let files = FILES.get_or_init(|| {
        Disclosure::ALL.map(|disclosure| record(&scenario(), 2, disclosure)).to_vec()
    });
    &files[Disclosure::ALL.iter().position(|it| *it == disclosure).unwrap_or(0)]
}

/// Reads and replays whatever there is.
fn survive(file: &[u8]) -> Result<Vec<ReplayOutcome>, ReadError> {
    let recording = Recording::read(file)?;
    Ok(recording.sessions.iter().map(|session| Replay::new(session).finish()).collect())
}

#[test]
fn a_file_cut_off_is_the_same_as_far_as_it_goes() {
    let file = short_call(Disclosure::Structure);
    for length in (0..file.len()).step_by(file.len() / 61) {
        match survive(&file[..length]) {
            Err(error) => assert!(length < 2_000, "{length}: {error}"),
            Ok(outcomes) => outcomes.into_iter().for_each(|outcome| {
                let is_same = matches!(outcome, ReplayOutcome::Same | ReplayOutcome::SameSoFar);
                assert!(is_same, "{length}: {outcome:?}");
            }),
        }
    }
}

#[test]
fn what_is_no_recording_is_told() {
    let file = small(Disclosure::Structure);
    assert_eq!(survive(b""), Err(ReadError::NotARecording));
    assert_eq!(survive(b"RIFF....WAVE"), Err(ReadError::NotARecording));
    assert_eq!(survive(&file[..10]), Err(ReadError::NoSession));
    let mut newer = file.to_vec();
    newer[9] = 4;
    let error = survive(&newer).expect_err("another format");
    assert_eq!(error, ReadError::Format { found: 4 });
    assert!(error.to_string().contains("format 4"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn damage_is_seen(place in any::<prop::sample::Index>(), bits in 1..=255_u8) {
        let mut file = small(Disclosure::Structure).to_vec();
        let place = 10 + place.index(file.len() - 10);
        file[place] ^= bits;
        if let Ok(recording) = Recording::read(&file) {
            prop_assert!(recording.damage.is_some());
        }
        for outcome in survive(&file).unwrap_or_default() {
            prop_assert!(matches!(outcome, ReplayOutcome::Same | ReplayOutcome::SameSoFar));
        }
    }

    #[test]
    fn forgeries_with_fitting_checksums_are_survived(
        disclosure in prop::sample::select(Disclosure::ALL.to_vec()),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let file = small(disclosure);
        let changes: Vec<(usize, u8)> =
            changes.into_iter().map(|(place, byte)| (place.index(file.len()), byte)).collect();
        let forged = forge(file, |start, body| {
            for (place, byte) in &changes {
                // Kind, session and number stay: what is behind them is of interest.
                let at = place.checked_sub(start).filter(|at| *at >= 7);
                if let Some(target) = at.and_then(|at| body.get_mut(at)) {
                    *target = *byte;
                }
            }
        });
        let _survived = survive(&forged);
    }

    #[test]
    fn noise_is_survived(noise in prop::collection::vec(any::<u8>(), 0..300)) {
        let length = (noise.len() as u32).to_be_bytes();
        let chunk = [&small(Disclosure::Structure)[..10], &length, &[0; 8], &noise];
        let _survived = survive(&forge(&chunk.concat(), |_, _| {}));
    }
}
