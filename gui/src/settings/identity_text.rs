//! What the file of the installation's certificate holds.

use serde::{Deserialize, Serialize};

/// A certificate and what its key is made of, both in hexadecimal. It has no `Debug`, for it holds a secret.
#[derive(Serialize, Deserialize)]
pub(super) struct IdentityText {
    pub(super) certificate: String,
    pub(super) secret: String,
}
