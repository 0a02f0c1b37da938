//! What the file holds.

use std::fmt;

use roomrtc_core::base::Seed;
use serde::{Deserialize, Serialize};

/// What the file holds. It never prints its secret.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IdentityFile {
    /// When it was made, in seconds since the Unix epoch.
    pub(super) made: i64,
    /// What the key is drawn from: 32 bytes in hexadecimal digits.
    secret: String,
}

impl IdentityFile {
    pub(super) fn new(made: i64, secret: &Seed) -> IdentityFile {
        let secret = secret.bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        IdentityFile { made, secret }
    }

    /// The secret; `None` if it is none.
    pub(super) fn secret(&self) -> Option<Seed> {
        let digits = self.secret.as_bytes();
        let mut bytes = [0; 32];
        if digits.len() != 64 {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let pair = std::str::from_utf8(pair).ok()?;
            *byte = u8::from_str_radix(pair, 16).ok()?;
        }
        Some(Seed::from_bytes(bytes))
    }
}

impl fmt::Debug for IdentityFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdentityFile").field("made", &self.made).finish_non_exhaustive()
    }
}
