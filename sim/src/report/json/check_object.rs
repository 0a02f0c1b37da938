//! An oracle's word in JSON.

use serde::Serialize;

/// What an oracle says of a run.
#[derive(Debug, Serialize)]
pub(super) struct CheckObject<'a> {
    pub(super) name: &'a str,
    pub(super) gravity: &'static str,
    pub(super) failure: Option<&'a str>,
}
