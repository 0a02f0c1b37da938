//! One attempt.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_sim::scenario::Scenario;
use roomrtc_sim::simulation::{RunOptions, Simulation};

use super::panics::catch;
use super::{Crash, Ending};

/// The time of the world between two reports of progress.
const STEP: Duration = Duration::from_millis(500);

/// Runs a scenario to its end; tells the world's time now and then.
pub(crate) fn attempt(
    scenario: &Scenario,
    seed: u64,
    options: &RunOptions,
    mut progress: impl FnMut(Time),
) -> Ending {
    let crash = |message, at, ledger| Ending::Crashed(Box::new(Crash { message, at, ledger }));
    let mut simulation = match catch(|| Simulation::new(scenario, seed, options)) {
        Ok(simulation) => simulation,
        Err(message) => return crash(message, Time::ZERO, Default::default()),
    };
    let end = Time::ZERO + scenario.lasts.duration();
    let run = catch(|| {
        let mut until = Time::ZERO;
        while until < end {
            until = (until + STEP).min(end);
            simulation.run_until(until);
            progress(until);
        }
    });
    // What a panic has left behind is only looked at, never driven on.
    if let Err(message) = run {
        return crash(message, simulation.now(), simulation.ledger().clone());
    }
    let (now, ledger) = (simulation.now(), simulation.ledger().clone());
    match catch(|| simulation.finish()) {
        Ok(outcome) => Ending::Judged(Box::new(outcome)),
        Err(message) => crash(message, now, ledger),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attempt_in_steps_is_the_run_as_a_whole() {
        let scenario = Scenario::call();
        let mut last = Time::ZERO;
        let ending = attempt(&scenario, 1, &RunOptions::default(), |now| last = now);
        assert_eq!(last, Time::from_secs(10));
        let Ending::Judged(outcome) = ending else { panic!("it crashed") };
        assert_eq!(outcome.trace.hash(), scenario.run(1).trace.hash());
    }

    #[test]
    fn a_panic_is_an_outcome() {
        crate::attempting::quieten_panics();
        let mut is_first = true;
        let ending = attempt(&Scenario::call(), 1, &RunOptions::default(), |_| {
            assert!(!std::mem::take(&mut is_first), "made to fail");
        });
        assert_eq!((ending.code(), ending.mark()), (5, '!'));
        let complaint = ending.complaint().expect("a complaint");
        assert!(complaint.contains("made to fail"), "{complaint}");
    }
}
