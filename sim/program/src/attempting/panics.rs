//! What panics say.

use std::cell::{Cell, RefCell};
use std::panic;

thread_local! {
    /// Whether this thread is in an attempt, whose panics are an outcome.
    static IS_ATTEMPTING: Cell<bool> = const { Cell::new(false) };
    /// What the last panic of an attempt said.
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps what panics of attempts say, instead of printing it. Others are printed as ever.
pub(crate) fn quieten_panics() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if IS_ATTEMPTING.get() {
            let text = info.to_string().replace('\n', " ");
            LAST.with_borrow_mut(|last| *last = Some(text));
        } else {
            before(info);
        }
    }));
}

/// Does `it`; the text of its panic if it does.
pub(super) fn catch<T>(it: impl FnOnce() -> T) -> Result<T, String> {
    IS_ATTEMPTING.set(true);
    let result = panic::catch_unwind(panic::AssertUnwindSafe(it));
    IS_ATTEMPTING.set(false);
    let last = LAST.with_borrow_mut(Option::take);
    result.map_err(|_| last.unwrap_or_else(|| "a panic without a message".to_owned()))
}
