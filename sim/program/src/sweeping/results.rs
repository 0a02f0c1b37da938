//! What a sweep has come to so far.

use std::collections::BTreeMap;
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_sim::figures::Distribution;

use super::{Grid, Job};

/// What a sweep has come to so far. It does not depend on which run ended first.
#[derive(Debug, Default)]
pub(super) struct Results {
    /// By case.
    pub(super) grids: Vec<Grid>,
    /// What failed, in the order of the sweep: at most [`Results::MOST_FAILED`].
    pub(super) failed: Vec<Job>,
    pub(super) distribution: Distribution,
    pub(super) runs: u64,
    pub(super) held: u64,
    /// The worst exit code.
    pub(super) worst: u8,
    /// How long all worlds lasted.
    pub(super) lasted: Duration,
    /// Jobs that ended before one that comes before them.
    early: BTreeMap<u64, Job>,
    next: u64,
}

impl Results {
    /// Failed runs that are kept.
    pub(super) const MOST_FAILED: usize = 10_000;

    pub(super) fn new(cases: usize) -> Results {
        Results { grids: vec![Grid::default(); cases], ..Results::default() }
    }

    /// Takes a run that ended; runs are counted in the order of the sweep.
    pub(super) fn take(&mut self, job: Job) {
        self.early.insert(job.place, job);
        while let Some(job) = self.early.remove(&self.next) {
            self.next += 1;
            self.count(job);
        }
    }

    fn count(&mut self, mut job: Job) {
        self.runs += 1;
        self.held += u64::from(job.code == 0);
        self.worst = self.worst.max(job.code);
        self.lasted += job.ended.since(Time::ZERO);
        if let Some(grid) = self.grids.get_mut(job.case) {
            grid.insert(job.seed, job.mark);
        }
        if let Some(figures) = job.figures.take() {
            self.distribution.add(&figures);
        }
        if job.code != 0 && self.failed.len() < Results::MOST_FAILED {
            self.failed.push(job);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(place: u64, code: u8) -> Job {
        let mark = if code == 0 { '.' } else { 'S' };
        let (complaint, figures, ended) = (None, None, Time::from_secs(1));
        Job { place, case: 0, seed: place, code, mark, complaint, figures, ended }
    }

    #[test]
    fn runs_are_counted_in_the_order_of_the_sweep() {
        let mut results = Results::new(1);
        for job in [job(1, 4), job(2, 0), job(0, 1)] {
            results.take(job);
        }
        let failed: Vec<u64> = results.failed.iter().map(|job| job.seed).collect();
        assert_eq!((failed, results.worst, results.held), (vec![0, 1], 4, 1));
        assert_eq!(results.lasted, Duration::from_secs(3));
        assert_eq!(results.grids[0].to_string(), "       0 SS.\n");
    }
}
