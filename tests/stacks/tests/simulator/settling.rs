//! What is settled while a call runs: key frames, a restart of ICE, the end.

use roomrtc_sim::quantity::Span;
use roomrtc_sim::scenario::{Occurrence, Side};

use super::{call, held, pairings};

#[test]
fn key_frames_that_are_asked_for_come() {
    for stacks in pairings() {
        for of in Side::ALL {
            let every = Span::secs(1);
            let asks = Occurrence::RequestKeyFrames { of, count: 3, every };
            let outcome = held(stacks, &call(50, 8).at(Span::secs(3), asks), 1);
            let sent = outcome.figures.value(Some(of.other().name()), "key-frames-sent");
            assert!(sent >= Some(4), "{stacks:?}: {sent:?} for the {}", of.name());
        }
    }
}

#[test]
fn ice_is_restarted_by_either_side() {
    for stacks in pairings() {
        for of in Side::ALL {
            let restart = Occurrence::RestartIce { of };
            // Long enough for the consent of the old credentials to expire.
            held(stacks, &call(50, 45).at(Span::secs(4), restart), 1);
        }
    }
}

#[test]
fn either_side_hangs_up() {
    for stacks in pairings() {
        for of in Side::ALL {
            held(stacks, &call(50, 8).at(Span::secs(4), Occurrence::HangUp { of }), 1);
        }
    }
}
