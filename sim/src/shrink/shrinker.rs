//! The search for the smallest set of faults.

use super::Step;
use super::lesser::lesser;
use crate::ledger::Fault;
use crate::network::Name;

/// The search for the smallest set of faults with which a run still fails.
///
/// Whoever drives it takes a trial, runs it, reports whether it failed, and goes on until there is
/// no other or patience ends.
#[derive(Clone, Debug)]
pub struct Shrinker {
    best: Vec<Fault>,
    trial: Option<Vec<Fault>>,
    step: Step,
    trials: u32,
    most: u32,
    is_reproduced: bool,
}

impl Shrinker {
    /// A search that begins with these faults and takes `most` trials at most.
    pub const fn new(faults: Vec<Fault>, most: u32) -> Shrinker {
        Shrinker {
            best: faults,
            trial: None,
            step: Step::Confirm,
            trials: 0,
            most,
            is_reproduced: false,
        }
    }

    /// The faults to be tried next, the same until the outcome is reported; `None` once the search
    /// is over.
    pub fn next_trial(&mut self) -> Option<&[Fault]> {
        while self.trial.is_none() && self.step != Step::Done && self.trials < self.most {
            self.trial = self.candidate();
            if self.trial.is_none() {
                self.step = self.step.after_end(self.best.len());
            }
        }
        self.trial.as_deref()
    }

    /// Tells whether the run failed, in the way that counts, with the faults of the last trial.
    /// Without one nothing happens.
    pub fn report(&mut self, fails: bool) {
        let Some(trial) = self.trial.take() else { return };
        self.trials += 1;
        if !fails {
            self.step = self.step.after_failure();
            return;
        }
        self.is_reproduced = true;
        self.best = trial;
        self.step = self.step.after_success(self.best.len());
    }

    /// Runs the whole search with `still_fails` as the run, and returns what is left; `None` if
    /// the run does not fail by these faults alone.
    pub fn shrink(
        faults: Vec<Fault>,
        most: u32,
        mut still_fails: impl FnMut(&[Fault]) -> bool,
    ) -> Option<Vec<Fault>> {
        let mut shrinker = Shrinker::new(faults, most);
        while let Some(trial) = shrinker.next_trial() {
            let fails = still_fails(trial);
            shrinker.report(fails);
        }
        shrinker.is_reproduced.then_some(shrinker.best)
    }

    /// The smallest set that failed; all faults as long as none did.
    pub fn best(&self) -> &[Fault] {
        &self.best
    }

    /// Whether any trial failed, the first of which was of all faults.
    pub const fn is_reproduced(&self) -> bool {
        self.is_reproduced
    }

    /// Whether nothing is left to try: no fault of the set can be missed.
    pub fn is_minimal(&self) -> bool {
        self.is_reproduced && self.step == Step::Done
    }

    /// What it is at.
    pub const fn step(&self) -> Step {
        self.step
    }

    /// How many trials were reported.
    pub const fn trials(&self) -> u32 {
        self.trials
    }

    fn candidate(&self) -> Option<Vec<Fault>> {
        match self.step {
            Step::Confirm => Some(self.best.clone()),
            Step::Nothing => (!self.best.is_empty()).then(Vec::new),
            Step::Group { index } => self.without_group(index),
            Step::Part { parts, index, .. } => self.without_part(parts, index),
            Step::Lessen { index, way, .. } => self.with_less(index, way),
            Step::Done => None,
        }
    }

    /// Without the group of this index, if there are at least two groups.
    fn without_group(&self, index: usize) -> Option<Vec<Fault>> {
        let mut groups: Vec<_> = self.best.iter().map(group).collect();
        groups.sort_unstable();
        groups.dedup();
        let out = groups.get(index).filter(|_| groups.len() > 1)?;
        Some(self.best.iter().filter(|fault| group(fault) != *out).cloned().collect())
    }

    /// Without the part of this index of so many; the only fault left is needed, which was seen
    /// when nothing was tried.
    fn without_part(&self, parts: usize, index: usize) -> Option<Vec<Fault>> {
        let left = self.best.len();
        if index >= parts || left < 2 {
            return None;
        }
        let (from, to) = (left * index / parts, left * (index + 1) / parts);
        let outside = |(place, _): &(usize, &Fault)| *place < from || *place >= to;
        Some(self.best.iter().enumerate().filter(outside).map(|(_, it)| it.clone()).collect())
    }

    fn with_less(&self, index: usize, way: usize) -> Option<Vec<Fault>> {
        let less = lesser(self.best.get(index)?).into_iter().nth(way)?;
        let mut faults = self.best.clone();
        faults[index] = less;
        Some(faults)
    }
}

/// What is tried to be taken out at once: a stage of a pipe, or a happening.
fn group(fault: &Fault) -> (Option<usize>, Option<(&Name, &Name)>) {
    match fault {
        Fault::Happening(index) => (Some(*index), None),
        Fault::Packet(fault) => (None, Some((&fault.pipe, &fault.stage))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Bits, Fate};

    /// A ledger of so many packets lost, late and duplicated, and of three happenings.
    fn faults(packets: u64) -> Vec<Fault> {
        let line = |ordinal: u64| match ordinal % 3 {
            0 => format!("up {ordinal} loss: dropped"),
            1 => format!("up {ordinal} jitter: late by 40 ms"),
            _ => format!("down {ordinal} corrupt: bits flipped at 1 2 3 4 5 6 7 8"),
        };
        let happenings = (0..3).map(|index| format!("happening {index}"));
        let all = happenings.chain((1..packets + 1).map(line));
        all.map(|text| text.parse().expect("a fault")).collect()
    }

    fn shrink(culprits: &[&str], packets: u64) -> (Vec<String>, u32) {
        let culprits: Vec<Fault> = culprits.iter().map(|text| text.parse().expect(text)).collect();
        let mut trials = 0;
        let left = Shrinker::shrink(faults(packets), 10_000, |trial| {
            trials += 1;
            culprits.iter().all(|culprit| trial.iter().any(|fault| is_at_least(fault, culprit)))
        });
        (left.expect("a failure").iter().map(ToString::to_string).collect(), trials)
    }

    /// Whether a fault is this one or the same and more.
    fn is_at_least(fault: &Fault, least: &Fault) -> bool {
        let (Fault::Packet(fault), Fault::Packet(least)) = (fault, least) else {
            return fault == least;
        };
        let is_enough = match (&fault.fate, &least.fate) {
            (Fate::Late(span), Fate::Late(least)) => span >= least,
            (Fate::Flipped(bits), Fate::Flipped(Bits(least))) => {
                least.iter().all(|place| bits.0.contains(place))
            }
            (fate, least) => fate == least,
        };
        is_enough && fault.ordinal == least.ordinal && fault.stage == least.stage
    }

    #[test]
    fn what_is_needed_is_left_and_nothing_else() {
        let needed = ["happening 1", "up 300 loss: dropped", "up 301 jitter: late by 40 ms"];
        let (left, trials) = shrink(&needed, 3_000);
        assert_eq!(left[..2], needed[..2]);
        assert_eq!(left.len(), 3);
        assert!(trials < 120, "{trials} trials");
    }

    #[test]
    fn what_is_left_is_made_less() {
        let needed = ["up 4 jitter: late by 5 ms", "down 8 corrupt: bits flipped at 3 4"];
        assert_eq!(shrink(&needed, 100).0, needed);
        assert_eq!(shrink(&["up 4 jitter: late by 20 ms"], 100).0, ["up 4 jitter: late by 20 ms"]);
    }

    #[test]
    fn many_needed_faults_are_all_kept() {
        let needed: Vec<String> =
            (10..20).map(|number| format!("up {} loss: dropped", number * 27)).collect();
        let needed: Vec<&str> = needed.iter().map(String::as_str).collect();
        assert_eq!(shrink(&needed, 1_000).0, needed);
    }

    #[test]
    fn a_run_that_fails_by_itself_has_no_faults() {
        let left = Shrinker::shrink(faults(100), 10, |_| true);
        assert_eq!(left, Some(Vec::new()));
    }

    #[test]
    fn a_run_that_does_not_fail_by_its_faults_is_told_so() {
        let mut shrinker = Shrinker::new(faults(100), 10);
        assert!(shrinker.next_trial().is_some());
        shrinker.report(false);
        assert_eq!(shrinker.next_trial(), None);
        assert!(!shrinker.is_reproduced() && !shrinker.is_minimal());
        assert_eq!(Shrinker::shrink(faults(9), 10, |_| false), None);
    }

    #[test]
    fn the_bound_on_trials_holds_and_keeps_the_best() {
        let all = faults(1_000);
        let mut shrinker = Shrinker::new(all.clone(), 7);
        let mut trials = 0;
        while let Some(trial) = shrinker.next_trial() {
            let fails = trial.contains(&all[500]);
            shrinker.report(fails);
            trials += 1;
        }
        assert_eq!((trials, shrinker.trials()), (7, 7));
        assert!(shrinker.best().len() < 500 && shrinker.best().contains(&all[500]));
        assert!(!shrinker.is_minimal());
    }

    #[test]
    fn a_trial_stays_until_it_is_reported() {
        let mut shrinker = Shrinker::new(faults(10), 100);
        let first = shrinker.next_trial().map(<[Fault]>::to_vec);
        assert_eq!(shrinker.next_trial().map(<[Fault]>::to_vec), first);
        shrinker.report(true);
        shrinker.report(true);
        assert_eq!(shrinker.trials(), 1);
    }

    #[test]
    fn needs_that_depend_on_each_other_end_one_minimal() {
        // It fails with an even number of losses above two: not monotone.
        let fails = |trial: &[Fault]| {
            let lost = trial.iter().filter(|fault| fault.to_string().contains("dropped")).count();
            lost > 2 && lost.is_multiple_of(2)
        };
        let left = Shrinker::shrink(faults(90), 10_000, fails).expect("a failure");
        for index in 0..left.len() {
            let mut fewer = left.clone();
            fewer.remove(index);
            assert!(!fails(&fewer), "{left:?}");
        }
    }
}
