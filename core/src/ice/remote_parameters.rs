//! What the peer's description says of its agent.

use std::time::Duration;

use super::Credentials;

/// What a peer's session description says of its agent, candidates aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteParameters {
    /// Its credentials: `ice-ufrag` and `ice-pwd`.
    pub credentials: Credentials,
    /// Whether it is a lite implementation: `ice-lite`.
    pub is_lite: bool,
    /// The Ta that it proposes: `ice-pacing`. None is the default of 50 ms.
    pub pacing: Option<Duration>,
}
