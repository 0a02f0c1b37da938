//! The threads that hash and store.

use std::io;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

use mio::Waker;

use super::completion::Completion;
use super::job::Job;
use crate::accounts::{Accounts, HashMemory};

/// Workers behind a bounded queue. They wake the event loop when they have done something.
#[derive(Debug)]
pub(super) struct WorkerPool {
    jobs: Option<SyncSender<Job>>,
    completions: Receiver<Completion>,
    threads: Vec<JoinHandle<()>>,
}

impl WorkerPool {
    /// A pool of `workers` threads, before which at most `max_waiting` jobs wait.
    pub(super) fn start(
        accounts: &Arc<Accounts>,
        workers: usize,
        max_waiting: usize,
        waker: &Arc<Waker>,
    ) -> io::Result<WorkerPool> {
        let (jobs, waiting) = sync_channel(max_waiting);
        let (done, completions) = channel();
        let waiting = Arc::new(Mutex::new(waiting));
        let start = |number| {
            let (accounts, waiting) = (accounts.clone(), waiting.clone());
            let (done, waker) = (done.clone(), waker.clone());
            let thread = Builder::new().name(format!("accounts {number}"));
            thread.spawn(move || work(&accounts, &waiting, &done, &waker))
        };
        let threads = (0..workers.max(1)).map(start).collect::<io::Result<_>>()?;
        Ok(WorkerPool { jobs: Some(jobs), completions, threads })
    }

    /// Has `job` done. Says whether there was room for it.
    pub(super) fn submit(&self, job: Job) -> bool {
        self.jobs.as_ref().is_some_and(|jobs| jobs.try_send(job).is_ok())
    }

    /// The next job that was done, if there is one.
    pub(super) fn poll(&self) -> Option<Completion> {
        self.completions.try_recv().ok()
    }

    /// Waits until everything that was begun or waits is done. Nothing more is taken.
    pub(super) fn finish(&mut self) {
        self.jobs = None;
        for thread in self.threads.drain(..) {
            if thread.join().is_err() {
                tracing::error!("a worker on the accounts has crashed");
            }
        }
    }
}

impl Drop for WorkerPool {
    fn drop(&mut self) {
        self.finish();
    }
}

fn work(
    accounts: &Accounts,
    waiting: &Mutex<Receiver<Job>>,
    done: &Sender<Completion>,
    waker: &Waker,
) {
    let mut memory = HashMemory::default();
    loop {
        let job = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { operation, request }) = job else {
            return;
        };
        let outcome = accounts.perform(&request, &mut memory);
        // The loop takes what is in the channel when it is woken, so send first.
        let told = done.send(Completion { operation, outcome }).is_ok();
        if !told || waker.wake().is_err() {
            return;
        }
    }
}
