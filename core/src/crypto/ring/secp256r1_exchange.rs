//! Key agreement on P-256, RFC 8422 section 5.10.

use std::fmt;

use graviola::key_agreement::p256::{PublicKey, StaticPrivateKey};
use p256::SecretKey;

use super::fast_curves;
use crate::crypto::{CryptoError, KeyExchange, NamedGroup};

/// A key pair of P-256.
pub(in crate::crypto) struct Secp256r1Exchange {
    private_key: StaticPrivateKey,
    public_key: [u8; 65],
}

impl Secp256r1Exchange {
    /// The pair of this private key, unless graviola cannot be used here.
    pub(in crate::crypto) fn of(private_key: &SecretKey) -> Option<Secp256r1Exchange> {
        let private_key = fast_curves::private_key(private_key)?;
        let public_key = private_key.public_key_uncompressed();
        Some(Secp256r1Exchange { private_key, public_key })
    }
}

impl KeyExchange for Secp256r1Exchange {
    fn group(&self) -> NamedGroup {
        NamedGroup::Secp256r1
    }

    fn public_key(&self) -> &[u8] {
        &self.public_key
    }

    fn agree(&self, peer: &[u8]) -> Result<[u8; 32], CryptoError> {
        let peer = PublicKey::from_x962_uncompressed(peer).map_err(|_| CryptoError::InvalidKey)?;
        let secret = self.private_key.diffie_hellman(&peer).map_err(|_| CryptoError::InvalidKey)?;
        Ok(secret.0)
    }
}

impl fmt::Debug for Secp256r1Exchange {
    /// Prints the public key only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Secp256r1Exchange").field(&self.public_key).finish()
    }
}
