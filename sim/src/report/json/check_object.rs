//! An oracle's word in JSON.

use serde::Serialize;

/// What an oracle says of a run.
#[derive(Debug, Serialize)]
pub(super) struct CheckObject<'a> {
    pub(super) oracle: &'static str,
    pub(super) demand: &'static str,
    /// The kind of rule that was broken.
    pub(super) broken: Option<&'static str>,
    pub(super) failure: Option<&'a str>,
}
