//! Key agreement on Curve25519, RFC 7748 section 6.1.

use std::fmt;

use graviola::key_agreement::x25519::{PublicKey, StaticPrivateKey};

use super::fast_curves;
use crate::crypto::{CryptoError, KeyExchange, NamedGroup};

/// A key pair of X25519.
pub(in crate::crypto) struct X25519Exchange {
    private_key: StaticPrivateKey,
    public_key: [u8; 32],
}

impl X25519Exchange {
    /// The pair of this private key, unless graviola cannot be used here.
    pub(in crate::crypto) fn of(private_key: &[u8; 32]) -> Option<X25519Exchange> {
        if !fast_curves::is_supported() {
            return None;
        }
        let private_key = StaticPrivateKey::from_array(private_key);
        let public_key = private_key.public_key().as_bytes();
        Some(X25519Exchange { private_key, public_key })
    }
}

impl KeyExchange for X25519Exchange {
    fn group(&self) -> NamedGroup {
        NamedGroup::X25519
    }

    fn public_key(&self) -> &[u8] {
        &self.public_key
    }

    fn agree(&self, peer: &[u8]) -> Result<[u8; 32], CryptoError> {
        let peer = PublicKey::try_from_slice(peer).map_err(|_| CryptoError::InvalidKey)?;
        let secret = self.private_key.diffie_hellman(&peer).map_err(|_| CryptoError::InvalidKey)?;
        Ok(secret.0)
    }
}

impl fmt::Debug for X25519Exchange {
    /// Prints the public key only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("X25519Exchange").field(&self.public_key).finish()
    }
}
