//! A series of samples in JSON.

use serde::Serialize;

/// The samples of one quantity at one place.
#[derive(Debug, Serialize)]
pub(super) struct SeriesObject {
    pub(super) place: String,
    pub(super) name: &'static str,
    pub(super) unit: &'static str,
    pub(super) samples: Vec<(u64, u64)>,
}
