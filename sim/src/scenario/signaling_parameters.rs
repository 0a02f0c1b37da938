//! The way to the signalling server.

use serde::{Deserialize, Serialize};

use crate::quantity::Span;

/// The way to the signalling server and back.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SignalingParameters {
    /// How long bytes take from a client to the server, and as long back.
    pub delay: Span,
    /// How long a client waits before it tries to connect again.
    pub retry: Span,
}

impl Default for SignalingParameters {
    fn default() -> SignalingParameters {
        SignalingParameters { delay: Span::millis(20), retry: Span::millis(1_000) }
    }
}
