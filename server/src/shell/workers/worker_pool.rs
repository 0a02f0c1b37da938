//! The threads that hash and store.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, JoinHandle};

use mio::Waker;

use super::shared_queue::SharedQueue;
use super::{Completion, Job};
use crate::accounts::{Accounts, HashMemory};
use crate::hub::AccountChange;

/// How much workers give way to whatever else is to be done: `setpriority(2)`.
const NICENESS: i32 = 10;

/// Workers behind a bounded queue. They wake the event loop when they have done something.
#[derive(Debug)]
pub(in crate::shell) struct WorkerPool {
    queue: Arc<SharedQueue>,
    completions: Receiver<Completion>,
    threads: Vec<JoinHandle<()>>,
    /// Jobs that were taken and whose completion was not.
    outstanding: usize,
}

impl WorkerPool {
    /// A pool of `workers` threads, before which at most `max_waiting` jobs wait.
    pub(in crate::shell) fn start(
        accounts: &Arc<Accounts>,
        workers: usize,
        max_waiting: usize,
        waker: &Arc<Waker>,
    ) -> io::Result<WorkerPool> {
        let queue = Arc::new(SharedQueue::new(max_waiting));
        let (done, completions) = channel();
        let start = |number| {
            let (accounts, queue) = (accounts.clone(), queue.clone());
            let (done, waker) = (done.clone(), waker.clone());
            let thread = Builder::new().name(format!("accounts {number}"));
            thread.spawn(move || work(&accounts, &queue, &done, &waker))
        };
        let threads = (0..workers.max(1)).map(start).collect::<io::Result<_>>()?;
        Ok(WorkerPool { queue, completions, threads, outstanding: 0 })
    }

    /// Has `job` done. Says whether there was room for it.
    pub(in crate::shell) fn submit(&mut self, job: Job) -> bool {
        let is_taken = self.queue.push(job);
        self.outstanding += usize::from(is_taken);
        is_taken
    }

    /// The next job that was done, if there is one.
    pub(in crate::shell) fn poll(&mut self) -> Option<Completion> {
        let completion = self.completions.try_recv().ok()?;
        self.outstanding = self.outstanding.saturating_sub(1);
        Some(completion)
    }

    /// How many jobs wait for a worker.
    pub(in crate::shell) fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// Whether everything that was taken is done.
    pub(in crate::shell) const fn is_idle(&self) -> bool {
        self.outstanding == 0
    }

    /// Takes nothing more and waits for what is being worked on. What waits is done too if it is to
    /// be finished, and forgotten otherwise: nobody was told that it is done.
    pub(in crate::shell) fn stop(&mut self, finishes: bool) {
        self.queue.close(finishes);
        for thread in self.threads.drain(..) {
            if thread.join().is_err() {
                tracing::error!("a worker on the accounts has crashed");
            }
        }
    }
}

impl Drop for WorkerPool {
    fn drop(&mut self) {
        self.stop(false);
    }
}

fn work(accounts: &Accounts, queue: &SharedQueue, done: &Sender<Completion>, waker: &Waker) {
    give_way();
    let mut memory = HashMemory::default();
    while let Some(jobs) = queue.wait() {
        let completions = match jobs.first().is_some_and(Job::is_stored) {
            true => store(accounts, jobs),
            false => jobs.into_iter().map(|job| perform(accounts, job, &mut memory)).collect(),
        };
        // The loop takes what is in the channel when it is woken, so send first.
        let is_told = completions.into_iter().all(|completion| done.send(completion).is_ok());
        if !is_told || waker.wake().is_err() {
            return;
        }
    }
}

/// Where a worker and the event loop want the same core, the loop goes first: it has a little to do for
/// everybody, and a hash takes long for one.
fn give_way() {
    let lowered = rustix::process::setpriority_process(Some(rustix::thread::gettid()), NICENESS);
    if let Err(error) = lowered {
        tracing::debug!(%error, "workers run beside the event loop as its equals");
    }
}

fn perform(accounts: &Accounts, job: Job, memory: &mut HashMemory) -> Completion {
    match job {
        Job::Account { operation, request, .. } => {
            Completion::Account { operation, outcome: accounts.perform(&request, memory) }
        }
        Job::Probe => Completion::Probed { is_readable: accounts.is_readable() },
        Job::TakeChanges => Completion::Changes(take_changes(accounts)),
    }
}

/// Does jobs that only store something as one.
fn store(accounts: &Accounts, jobs: Vec<Job>) -> Vec<Completion> {
    let account = |job| match job {
        Job::Account { operation, request, .. } => Some((operation, request)),
        Job::Probe | Job::TakeChanges => None,
    };
    let (operations, requests): (Vec<_>, Vec<_>) = jobs.into_iter().filter_map(account).unzip();
    let outcomes = accounts.perform_all(&requests);
    let completion = |(operation, outcome)| Completion::Account { operation, outcome };
    operations.into_iter().zip(outcomes).map(completion).collect()
}

fn take_changes(accounts: &Accounts) -> Vec<AccountChange> {
    accounts.take_changes().unwrap_or_else(|error| {
        tracing::error!(%error, "what other programs did to the accounts cannot be read");
        Vec::new()
    })
}
