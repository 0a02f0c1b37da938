//! What the file of pins holds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The file of pins: by `host:port`, the SHA-256 fingerprint of the certificate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PinsFile {
    #[serde(default)]
    pub(super) servers: BTreeMap<String, String>,
}
