//! Key agreement on Curve25519, RFC 7748 section 6.1.

use std::fmt;

use x25519_dalek::{PublicKey, StaticSecret};

use crate::crypto::{CryptoError, KeyExchange, NamedGroup};

/// A key pair of X25519.
pub(in crate::crypto) struct X25519Exchange {
    private_key: StaticSecret,
    public_key: PublicKey,
}

impl X25519Exchange {
    pub(in crate::crypto) fn of(private_key: [u8; 32]) -> X25519Exchange {
        let private_key = StaticSecret::from(private_key);
        X25519Exchange { public_key: PublicKey::from(&private_key), private_key }
    }
}

impl KeyExchange for X25519Exchange {
    fn group(&self) -> NamedGroup {
        NamedGroup::X25519
    }

    fn public_key(&self) -> &[u8] {
        self.public_key.as_bytes()
    }

    fn agree(&self, peer: &[u8]) -> Result<[u8; 32], CryptoError> {
        let peer: [u8; 32] = peer.try_into().map_err(|_| CryptoError::InvalidKey)?;
        let secret = self.private_key.diffie_hellman(&PublicKey::from(peer));
        if !secret.was_contributory() {
            return Err(CryptoError::InvalidKey);
        }
        Ok(secret.to_bytes())
    }
}

impl fmt::Debug for X25519Exchange {
    /// Prints the public key only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("X25519Exchange").field(self.public_key.as_bytes()).finish()
    }
}
