//! What the file of people's certificates holds.

use serde::{Deserialize, Serialize};

use super::peer_text::PeerText;

/// People's certificates, the one that was called last at the end.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct PeersText {
    #[serde(default)]
    pub(super) peer: Vec<PeerText>,
}
