//! What the file of people's certificates holds of one.

use serde::{Deserialize, Serialize};

/// Somebody's certificate.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct PeerText {
    pub(super) server: String,
    pub(super) user: String,
    pub(super) certificate: String,
    #[serde(default)]
    pub(super) confirmed: bool,
}
