//! Whose turn it is.

use std::sync::{Mutex, MutexGuard, PoisonError};

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Waits until no other call goes on, and keeps others from beginning as long as it is held: two
/// software codecs keep a machine busy, and other people's programs have timers of their own.
pub(crate) fn wait() -> MutexGuard<'static, ()> {
    ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner)
}
