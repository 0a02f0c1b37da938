//! The queue between the event loop and the workers.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::Job;
use super::job_queue::JobQueue;

/// A queue that a worker can wait at. The event loop never does: nobody holds the lock for longer
/// than it takes to move a job.
#[derive(Debug)]
pub(super) struct SharedQueue {
    queue: Mutex<JobQueue>,
    changed: Condvar,
}

impl SharedQueue {
    pub(super) const fn new(most: usize) -> SharedQueue {
        SharedQueue { queue: Mutex::new(JobQueue::new(most)), changed: Condvar::new() }
    }

    fn lock(&self) -> MutexGuard<'_, JobQueue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn push(&self, job: Job) -> bool {
        let is_taken = self.lock().push(job);
        self.changed.notify_one();
        is_taken
    }

    pub(super) fn len(&self) -> usize {
        self.lock().len()
    }

    pub(super) fn close(&self, finishes: bool) {
        self.lock().close(finishes);
        self.changed.notify_all();
    }

    /// Waits for the next job, or several to be done as one; `None` when there will be none.
    pub(super) fn wait(&self) -> Option<Vec<Job>> {
        let mut queue = self.lock();
        loop {
            let jobs = queue.pop();
            if !jobs.is_empty() {
                return Some(jobs);
            }
            if queue.is_closed {
                return None;
            }
            queue = self.changed.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }
}
