//! Runs the jobs of a sweep on threads.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::time::{Duration, Instant};

use roomrtc_core::base::Time;
use roomrtc_sim::simulation::RunOptions;

use super::Job;
use crate::attempting::{Ending, attempt};
use crate::cli::SeedRange;
use crate::failure::Failure;
use crate::planning::Plan;

/// Runs the jobs of a sweep on threads, in the order of seeds, all cases of each.
#[derive(Debug)]
pub(super) struct Runner<'a> {
    pub(super) plan: &'a Plan,
    pub(super) seeds: SeedRange,
    pub(super) threads: usize,
    /// Begin no further run after this.
    pub(super) limit: Option<Duration>,
    /// Set from outside: begin no further run.
    pub(super) is_interrupted: &'a AtomicBool,
}

impl Runner<'_> {
    /// Finished jobs that wait to be taken.
    const WAITING: usize = 64;

    /// How many jobs there are.
    pub(super) fn total(&self) -> u64 {
        let seeds = self.seeds.last - self.seeds.first;
        seeds.saturating_add(1).saturating_mul(self.plan.cases.len() as u64)
    }

    /// Runs them and hands over each as it ends.
    pub(super) fn run(&self, mut take: impl FnMut(Job)) -> Result<(), Failure> {
        let (next, begun) = (AtomicU64::new(0), Instant::now());
        let (sender, receiver) = sync_channel(Runner::WAITING);
        std::thread::scope(|scope| {
            for _ in 0..self.threads {
                let (sender, next) = (sender.clone(), &next);
                scope.spawn(move || self.work(next, begun, &sender));
            }
            drop(sender);
            let mut first = None;
            for job in receiver {
                match job {
                    Ok(job) => take(job),
                    Err(failure) => first = first.or(Some(failure)),
                }
            }
            first.map_or(Ok(()), Err)
        })
    }

    fn work(&self, next: &AtomicU64, begun: Instant, sender: &SyncSender<Result<Job, Failure>>) {
        loop {
            let is_over = self.limit.is_some_and(|limit| begun.elapsed() >= limit);
            if is_over || self.is_interrupted.load(Ordering::Relaxed) {
                return;
            }
            let place = next.fetch_add(1, Ordering::Relaxed);
            if place >= self.total() {
                return;
            }
            let job = self.job(place);
            let is_wrong = job.is_err();
            if sender.send(job).is_err() || is_wrong {
                return;
            }
        }
    }

    fn job(&self, place: u64) -> Result<Job, Failure> {
        let cases = self.plan.cases.len() as u64;
        let (seed, case) = (self.seeds.first + place / cases, (place % cases) as usize);
        let scenario = self.plan.scenario(seed, &self.plan.cases[case])?;
        let ending = attempt(&scenario, seed, &RunOptions::default(), |_| {});
        let (code, mark, complaint) = (ending.code(), ending.mark(), ending.complaint());
        let (figures, ended) = match ending {
            Ending::Judged(outcome) => (Some(outcome.figures), outcome.ended),
            Ending::Crashed(crash) => (None, crash.at.max(Time::ZERO)),
        };
        Ok(Job { place, case, seed, code, mark, complaint, figures, ended })
    }
}
