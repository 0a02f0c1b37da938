//! Something scripted in JSON.

use serde::Serialize;

/// Something scripted that happened.
#[derive(Debug, Serialize)]
pub(super) struct HappeningObject<'a> {
    pub(super) time_us: u64,
    pub(super) place: String,
    pub(super) phase: &'static str,
    pub(super) name: &'static str,
    pub(super) detail: &'a str,
}
