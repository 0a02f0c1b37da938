//! The ICE role that a side begins with.

use roomrtc_core::ice::Role;
use serde::{Deserialize, Serialize};

/// The ICE role that a side begins with, RFC 8445 section 6.1.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum InitialRole {
    /// It nominates.
    Controlling,
    /// It waits for the nomination.
    Controlled,
}

impl From<InitialRole> for Role {
    fn from(role: InitialRole) -> Role {
        match role {
            InitialRole::Controlling => Role::Controlling,
            InitialRole::Controlled => Role::Controlled,
        }
    }
}
