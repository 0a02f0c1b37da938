//! `shrink`: the smallest set of faults with which a run still fails.

mod search;
mod shrink;

pub(crate) use shrink::shrink;

use search::Search;
