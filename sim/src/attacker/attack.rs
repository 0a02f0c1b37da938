//! What an attacker does.

use serde::{Deserialize, Serialize};

use super::{CandidateForgery, Flood, Reflection, Replay};

/// What an attacker does. In a scenario it is a table with the name as its key:
/// `{ flood = { forgeries = ["any-dtls"] } }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attack {
    /// Sends forged packets.
    Flood(Flood),
    /// Sends forged packets that seem to come from a victim.
    Reflection(Reflection),
    /// Sends genuine packets again.
    Replay(Replay),
    /// Puts candidates into the signalling.
    Candidates(CandidateForgery),
}
