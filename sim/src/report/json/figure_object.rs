//! A figure in JSON.

use serde::Serialize;

/// A figure.
#[derive(Debug, Serialize)]
pub(super) struct FigureObject<'a> {
    pub(super) host: Option<&'a str>,
    pub(super) name: &'static str,
    pub(super) unit: &'static str,
    pub(super) value: u64,
}
