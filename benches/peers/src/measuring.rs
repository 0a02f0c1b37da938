//! Taking turns.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// Rounds that each candidate gets.
const ROUNDS: usize = 15;

/// Something that does its work when it is called, and says how often it did it.
pub type Candidate<'a> = Box<dyn FnMut() -> usize + 'a>;

/// The best time of one piece of work, for each candidate, in nanoseconds of this thread's CPU
/// time: what else runs on the machine does not count, as far as it leaves the caches alone.
pub fn best(candidates: &mut [Candidate<'_>]) -> Vec<f64> {
    let mut best = vec![f64::INFINITY; candidates.len()];
    for _ in 0..ROUNDS {
        for (candidate, best) in candidates.iter_mut().zip(&mut best) {
            *best = best.min(time(candidate));
        }
    }
    best
}

/// Long enough for the clock, short enough to fall between disturbances.
const ROUND: Duration = Duration::from_millis(40);

fn time(candidate: &mut Candidate<'_>) -> f64 {
    let started = cpu_time();
    let mut count = 0;
    loop {
        count += candidate();
        let elapsed = cpu_time().saturating_sub(started);
        if elapsed >= ROUND {
            return elapsed.as_nanos() as f64 / count as f64;
        }
    }
}

/// The CPU time that this thread has used.
pub fn cpu_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec as u32)
}
