//! A reflection.

use std::net::SocketAddr;

use serde::{Deserialize, Serialize};

use super::Forgery;

/// Forged packets that seem to come from a victim, so that answers go there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Reflection {
    /// Who is to be hit.
    pub victim: SocketAddr,
    /// What is sent, in turn: what is likely to be answered, by default.
    #[serde(default = "answered")]
    pub forgeries: Vec<Forgery>,
}

impl Reflection {
    /// A reflection to `victim` of everything that is likely to be answered.
    pub fn to(victim: SocketAddr) -> Reflection {
        Reflection { victim, forgeries: answered() }
    }
}

fn answered() -> Vec<Forgery> {
    vec![
        Forgery::StunRequestBare,
        Forgery::StunRequestUnknownUser,
        Forgery::StunRequestWrongPassword,
        Forgery::StunRequestNoIntegrity,
        Forgery::StunUnknownMethod,
        Forgery::DtlsClientHello,
    ]
}
