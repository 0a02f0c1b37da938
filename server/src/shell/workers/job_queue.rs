//! What waits for a worker.

use std::collections::{BTreeMap, VecDeque};

use super::Job;
use crate::transport::AddressBlock;

/// Jobs in the order in which they came, as many as there may be.
#[derive(Debug)]
pub(super) struct JobQueue {
    jobs: VecDeque<Job>,
    /// How many of them are for an address.
    shares: BTreeMap<AddressBlock, usize>,
    most: usize,
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
            jobs: VecDeque::new(),
            shares: BTreeMap::new(),
            most,
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
        if self.jobs.len() >= self.most {
            return false;
        }
        if let Some(block) = block_of(&job) {
            let share = self.shares.entry(block).or_default();
            if *share >= self.most.div_ceil(2) {
                return false;
            }
            *share += 1;
        }
        self.jobs.push_back(job);
        true
    }

    /// Takes the next job. A probe goes first: it is quick, and asked because of what waits. So is
    /// looking for changes, of which one may be that someone must not log in.
    pub(super) fn pop(&mut self) -> Option<Job> {
        if std::mem::take(&mut self.probe_waits) {
            return Some(Job::Probe);
        }
        if std::mem::take(&mut self.changes_wait) {
            return Some(Job::TakeChanges);
        }
        let job = self.jobs.pop_front()?;
        if let Some(block) = block_of(&job) {
            match self.shares.get_mut(&block) {
                Some(share) if *share > 1 => *share -= 1,
                _ => {
                    self.shares.remove(&block);
                }
            }
        }
        Some(job)
    }

    /// Takes the next job, and with one that only stores something those of its kind that are right
    /// behind it, so many at most: the disk takes as long for all as for one.
    pub(super) fn pop_batch(&mut self) -> Vec<Job> {
        let mut batch: Vec<Job> = self.pop().into_iter().collect();
        while batch.len() < JobQueue::BATCH
            && batch.first().is_some_and(Job::is_stored)
            && !(self.probe_waits || self.changes_wait)
            && self.jobs.front().is_some_and(Job::is_stored)
        {
            batch.extend(self.pop());
        }
        batch
    }

    /// How many wait.
    pub(super) fn len(&self) -> usize {
        self.jobs.len()
    }

    /// Nothing more is taken, and what waits is forgotten unless it is to be finished.
    pub(super) fn close(&mut self, finishes: bool) {
        self.is_closed = true;
        if !finishes {
            self.jobs.clear();
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

    fn number(job: Option<Job>) -> Option<u64> {
        match job {
            Some(Job::Account { operation, .. }) => Some(operation.0),
            _ => None,
        }
    }

    #[test]
    fn no_address_has_more_than_half_of_the_places() {
        let mut queue = JobQueue::new(8);
        let taken = (0..100).filter(|n| queue.push(job(*n, Some(1)))).count();
        assert_eq!(taken, 4);
        assert!(queue.push(job(100, Some(2))) && queue.push(job(101, None)));
        assert_eq!(number(queue.pop()), Some(0));
        assert!(queue.push(job(102, Some(1))) && !queue.push(job(103, Some(1))));
        assert!(queue.push(job(104, Some(2))) && queue.push(job(105, None)));
        assert!(!queue.push(job(106, None)), "{}", queue.len());
        let order: Vec<_> = std::iter::from_fn(|| number(queue.pop())).collect();
        assert_eq!(order, [1, 2, 3, 100, 101, 102, 104, 105]);
        assert!(queue.shares.is_empty());
    }

    #[test]
    fn a_probe_goes_first_and_takes_no_place() {
        let mut queue = JobQueue::new(1);
        assert!(queue.push(job(1, None)) && queue.push(Job::Probe) && !queue.push(Job::Probe));
        assert!(matches!(queue.pop(), Some(Job::Probe)));
        assert_eq!(number(queue.pop()), Some(1));
        assert!(queue.pop().is_none());
    }

    #[test]
    fn changes_are_looked_for_before_anything_that_they_may_forbid() {
        let mut queue = JobQueue::new(1);
        assert!(queue.push(job(1, None)) && queue.push(Job::TakeChanges));
        assert!(!queue.push(Job::TakeChanges), "one that waits is enough");
        assert!(matches!(queue.pop(), Some(Job::TakeChanges)));
        assert!(queue.push(Job::TakeChanges), "one that is being done is not");
        assert!(matches!(queue.pop(), Some(Job::TakeChanges)));
        assert_eq!(number(queue.pop()), Some(1));
    }

    fn stored(number: u64) -> Job {
        let request = AccountRequest::LogOut(SessionId(number));
        Job::Account { operation: OperationId(number), address: None, request }
    }

    fn batch(queue: &mut JobQueue) -> Vec<Option<u64>> {
        queue.pop_batch().into_iter().map(|job| number(Some(job))).collect()
    }

    #[test]
    fn what_only_stores_something_is_taken_at_once_up_to_what_hashes() {
        let mut queue = JobQueue::new(16);
        for job in [stored(1), stored(2), job(3, None), job(4, None), stored(5)] {
            assert!(queue.push(job));
        }
        assert_eq!(batch(&mut queue), [Some(1), Some(2)]);
        assert_eq!([batch(&mut queue), batch(&mut queue)], [[Some(3)], [Some(4)]]);
        assert_eq!(batch(&mut queue), [Some(5)]);
        assert_eq!(batch(&mut queue), []);
    }

    #[test]
    fn no_more_is_taken_at_once_than_a_batch() {
        let mut queue = JobQueue::new(1_000);
        assert!((0..100).all(|number| queue.push(stored(number))));
        assert!(queue.push(Job::TakeChanges));
        assert!(matches!(queue.pop_batch()[..], [Job::TakeChanges]));
        assert_eq!(queue.pop_batch().len(), JobQueue::BATCH);
        assert_eq!(queue.pop_batch().len(), 100 - JobQueue::BATCH);
    }

    #[test]
    fn a_closed_queue_takes_nothing() {
        let mut queue = JobQueue::new(4);
        assert!(queue.push(job(1, None)));
        queue.close(true);
        assert!(!queue.push(job(2, None)) && !queue.push(Job::Probe));
        assert_eq!(queue.len(), 1);
        queue.close(false);
        assert!(queue.pop().is_none());
    }
}
