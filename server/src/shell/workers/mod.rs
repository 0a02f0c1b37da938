//! The threads that hash and store, off the event loop.
//!
//! What waits for them is bounded, and no address may have more than half of the places: a flood of
//! logins from one keeps nobody else out. What hashes a password and what does not have places of their
//! own and take turns, so that no flood of passwords keeps those out who have a token. What only stores
//! something and waits at the same time is stored at once, and told to be done when it is. Whether the
//! accounts can be read at all is asked ahead of whatever waits.

mod completion;
mod job;
mod job_queue;
mod shared_queue;
mod worker_pool;

pub(super) use completion::Completion;
pub(super) use job::Job;
pub(super) use worker_pool::WorkerPool;
