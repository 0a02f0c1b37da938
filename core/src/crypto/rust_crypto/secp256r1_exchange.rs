//! Key agreement on P-256, RFC 8422 section 5.10.

use std::fmt;

use p256::elliptic_curve::sec1::ToSec1Point;
use p256::{PublicKey, SecretKey};

use crate::crypto::{CryptoError, KeyExchange, NamedGroup};

/// A key pair of P-256.
pub(in crate::crypto) struct Secp256r1Exchange {
    private_key: SecretKey,
    public_key: [u8; 65],
}

impl Secp256r1Exchange {
    pub(in crate::crypto) fn of(private_key: SecretKey) -> Secp256r1Exchange {
        Secp256r1Exchange { public_key: public_point(&private_key), private_key }
    }
}

/// The uncompressed public point of `key`, SEC 1 section 2.3.3.
pub(in crate::crypto) fn public_point(key: &SecretKey) -> [u8; 65] {
    let mut point = [0; 65];
    point.copy_from_slice(key.public_key().to_sec1_point(false).as_bytes());
    point
}

impl KeyExchange for Secp256r1Exchange {
    fn group(&self) -> NamedGroup {
        NamedGroup::Secp256r1
    }

    fn public_key(&self) -> &[u8] {
        &self.public_key
    }

    fn agree(&self, peer: &[u8]) -> Result<[u8; 32], CryptoError> {
        if peer.len() != self.public_key.len() {
            return Err(CryptoError::InvalidKey);
        }
        let peer = PublicKey::from_sec1_bytes(peer).map_err(|_| CryptoError::InvalidKey)?;
        Ok((*self.private_key.diffie_hellman(&peer).raw_secret_bytes()).into())
    }
}

impl fmt::Debug for Secp256r1Exchange {
    /// Prints the public key only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Secp256r1Exchange").field(&self.public_key).finish()
    }
}
