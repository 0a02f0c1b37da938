//! What waits for a worker.

use std::collections::{BTreeMap, VecDeque};

use super::Job;
use crate::transport::AddressBlock;

/// Jobs that hash and jobs that only store something, either in the order in which they came and as many
/// as there may be. They take turns, so that a flood of passwords holds up nobody who has a token.
#[derive(Debug)]
pub(super) struct JobQueue {
    hashing: VecDeque<Job>,
    storing: VecDeque<Job>,
    /// How many of them are for an address, by whether they only store something.
    shares: BTreeMap<(bool, AddressBlock), usize>,
    most: usize,
    /// Whether it is the turn of one that hashes.
    hashes_next: bool,
    probe_waits: bool,
    changes_wait: bool,
    /// Nothing more is taken.
    pub(super) is_closed: bool,
}

impl JobQueue {
    /// Most jobs that are done as one.
    pub(super) const BATCH: usize = 64;

    pub(super) const fn new(most: usize) -> JobQueue {
        JobQueue {
            hashing: VecDeque::new(),
            storing: VecDeque::new(),
            shares: BTreeMap::new(),
            most,
            hashes_next: false,
            probe_waits: false,
            changes_wait: false,
            is_closed: false,
        }
    }

    /// Adds a job. Says whether there was room for it.
    pub(super) fn push(&mut self, job: Job) -> bool {
        if self.is_closed {
            return false;
        }
        if let Job::Probe = job {
            return !std::mem::replace(&mut self.probe_waits, true);
        }
        if let Job::TakeChanges = job {
            return !std::mem::replace(&mut self.changes_wait, true);
        }
        let is_stored = job.is_stored();
        let jobs = if is_stored { &mut self.storing } else { &mut self.hashing };
        if jobs.len() >= self.most {
            return false;
        }
        if let Some(block) = block_of(&job) {
            let share = self.shares.entry((is_stored, block)).or_default();
            if *share >= self.most.div_ceil(2) {
                return false;
            }
            *share += 1;
        }
        jobs.push_back(job);
        true
    }

    /// Takes what is next: a job, or several that only store something, so many at most, as the disk
    /// takes as long for all as for one. A probe goes first: it is quick, and asked because of what
    /// waits. So is looking for changes, of which one may be that someone must not log in.
    pub(super) fn pop(&mut self) -> Vec<Job> {
        if std::mem::take(&mut self.probe_waits) {
            return vec![Job::Probe];
        }
        if std::mem::take(&mut self.changes_wait) {
            return vec![Job::TakeChanges];
        }
        let hashes = !self.hashing.is_empty() && (self.hashes_next || self.storing.is_empty());
        self.hashes_next = !hashes;
        let jobs: Vec<Job> = if hashes {
            self.hashing.pop_front().into_iter().collect()
        } else {
            self.storing.drain(..self.storing.len().min(JobQueue::BATCH)).collect()
        };
        jobs.iter().for_each(|job| self.give_back_share(job));
        jobs
    }

    fn give_back_share(&mut self, job: &Job) {
        let Some(block) = block_of(job) else {
            return;
        };
        let key = (job.is_stored(), block);
        match self.shares.get_mut(&key) {
            Some(share) if *share > 1 => *share -= 1,
            _ => {
                self.shares.remove(&key);
            }
        }
    }

    /// How many wait.
    pub(super) fn len(&self) -> usize {
        self.hashing.len() + self.storing.len()
    }

    /// Nothing more is taken, and what waits is forgotten unless it is to be finished.
    pub(super) fn close(&mut self, finishes: bool) {
        self.is_closed = true;
        if !finishes {
            self.hashing.clear();
            self.storing.clear();
            self.shares.clear();
        }
    }
}

fn block_of(job: &Job) -> Option<AddressBlock> {
    match job {
        Job::Account { address, .. } => address.map(AddressBlock::of),
        Job::Probe | Job::TakeChanges => None,
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use roomrtc_core::signaling::Credentials;

    use super::*;
    use crate::hub::{AccountRequest, OperationId, SessionId};

    fn job(number: u64, host: Option<u8>) -> Job {
        let address = host.map(|host| IpAddr::from([192, 0, 2, host]));
        let request = AccountRequest::LogIn(Credentials::new("alice", "correct horse"));
        Job::Account { operation: OperationId(number), address, request }
    }

    /// The numbers of the jobs that are next, if they are of accounts.
    fn next(queue: &mut JobQueue) -> Vec<u64> {
        let number = |job| match job {
            Job::Account { operation, .. } => Some(operation.0),
            Job::Probe | Job::TakeChanges => None,
        };
        queue.pop().into_iter().filter_map(number).collect()
    }

    #[test]
    fn no_address_has_more_than_half_of_the_places() {
        let mut queue = JobQueue::new(8);
        let taken = (0..100).filter(|n| queue.push(job(*n, Some(1)))).count();
        assert_eq!(taken, 4);
        assert!(queue.push(job(100, Some(2))) && queue.push(job(101, None)));
        assert_eq!(next(&mut queue), [0]);
        assert!(queue.push(job(102, Some(1))) && !queue.push(job(103, Some(1))));
        assert!(queue.push(job(104, Some(2))) && queue.push(job(105, None)));
        assert!(!queue.push(job(106, None)), "{}", queue.len());
        let order: Vec<_> = (0..8).flat_map(|_| next(&mut queue)).collect();
        assert_eq!(order, [1, 2, 3, 100, 101, 102, 104, 105]);
        assert!(queue.shares.is_empty());
    }

    #[test]
    fn a_probe_goes_first_and_takes_no_place() {
        let mut queue = JobQueue::new(1);
        assert!(queue.push(job(1, None)) && queue.push(Job::Probe) && !queue.push(Job::Probe));
        assert!(matches!(queue.pop()[..], [Job::Probe]));
        assert_eq!(next(&mut queue), [1]);
        assert!(queue.pop().is_empty());
    }

    #[test]
    fn changes_are_looked_for_before_anything_that_they_may_forbid() {
        let mut queue = JobQueue::new(1);
        assert!(queue.push(job(1, None)) && queue.push(Job::TakeChanges));
        assert!(!queue.push(Job::TakeChanges), "one that waits is enough");
        assert!(matches!(queue.pop()[..], [Job::TakeChanges]));
        assert!(queue.push(Job::TakeChanges), "one that is being done is not");
        assert!(matches!(queue.pop()[..], [Job::TakeChanges]));
        assert_eq!(next(&mut queue), [1]);
    }

    fn stored(number: u64) -> Job {
        let request = AccountRequest::LogOut(SessionId(number));
        Job::Account { operation: OperationId(number), address: None, request }
    }

    #[test]
    fn what_only_stores_something_is_taken_at_once_and_takes_turns_with_what_hashes() {
        let mut queue = JobQueue::new(16);
        for job in [job(1, None), job(2, None), stored(3), stored(4)] {
            assert!(queue.push(job));
        }
        assert_eq!(next(&mut queue), [3, 4]);
        assert!(queue.push(stored(5)));
        let order: Vec<_> = (0..4).map(|_| next(&mut queue)).collect();
        assert_eq!(order, [vec![1], vec![5], vec![2], vec![]]);
    }

    #[test]
    fn a_flood_of_what_hashes_takes_no_place_of_what_only_stores_something() {
        let mut queue = JobQueue::new(8);
        let taken = (0..100).filter(|n| queue.push(job(*n, Some(*n as u8)))).count();
        assert_eq!(taken, 8);
        assert!(queue.push(stored(200)));
        assert_eq!(next(&mut queue), [200]);
    }

    #[test]
    fn no_more_is_taken_at_once_than_a_batch() {
        let mut queue = JobQueue::new(1_000);
        assert!((0..100).all(|number| queue.push(stored(number))));
        assert!(queue.push(Job::TakeChanges));
        assert!(matches!(queue.pop()[..], [Job::TakeChanges]));
        assert_eq!(queue.pop().len(), JobQueue::BATCH);
        assert_eq!(queue.pop().len(), 100 - JobQueue::BATCH);
    }

    #[test]
    fn a_closed_queue_takes_nothing() {
        let mut queue = JobQueue::new(4);
        assert!(queue.push(job(1, None)));
        queue.close(true);
        assert!(!queue.push(job(2, None)) && !queue.push(Job::Probe));
        assert_eq!(queue.len(), 1);
        queue.close(false);
        assert!(queue.pop().is_empty());
    }
}
