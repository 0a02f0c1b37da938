//! The operations on the accounts, on a real store and at times that a test sets.

mod batches;
mod failures;
mod invitations;
mod operator;
mod passwords;
mod sessions;
mod work;
