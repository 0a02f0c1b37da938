//! One side of a generation.

use std::sync::Arc;

use super::Credentials;
use crate::crypto::{CryptoProvider, HashAlgorithm, HmacKey};

/// Credentials, and the key that their password is.
#[derive(Clone, Debug)]
pub(super) struct Party {
    pub(super) credentials: Credentials,
    pub(super) key: Arc<dyn HmacKey>,
}

impl Party {
    pub(super) fn new(provider: &dyn CryptoProvider, credentials: Credentials) -> Party {
        let key = provider.hmac(HashAlgorithm::Sha1, credentials.password().as_bytes());
        Party { credentials, key }
    }
}
