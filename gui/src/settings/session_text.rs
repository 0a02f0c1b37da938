//! What the file of the login holds.

use serde::{Deserialize, Serialize};

/// The login that is kept. It has no `Debug`, for it holds a secret.
#[derive(Serialize, Deserialize)]
pub(super) struct SessionText {
    pub(super) server: String,
    pub(super) user: String,
    pub(super) token: String,
}
