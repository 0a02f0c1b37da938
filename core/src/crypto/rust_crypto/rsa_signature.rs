//! The verification of RSA signatures, RFC 8017 sections 8.1.2 and 8.2.2. Nothing here is secret.

use rsa::{BoxedUint, Pkcs1v15Sign, Pss};
use sha2::{Sha256, Sha384, Sha512};

use crate::crypto::{CryptoError, RsaPublicKey, SignatureScheme};

/// Checks `signature` over a message whose hash, that of `scheme`, is `hash`.
///
/// # Errors
/// [`CryptoError::Authentication`] if it does not fit, [`CryptoError::InvalidKey`] if `scheme` is not
/// one of RSA or the library does not take the key.
pub(super) fn verify(
    scheme: SignatureScheme,
    key: &RsaPublicKey,
    hash: &[u8],
    signature: &[u8],
) -> Result<(), CryptoError> {
    let key = key_of(key)?;
    let verified = match scheme {
        SignatureScheme::RsaPkcs1Sha256 => {
            key.verify(Pkcs1v15Sign::new::<Sha256>(), hash, signature)
        }
        SignatureScheme::RsaPkcs1Sha384 => {
            key.verify(Pkcs1v15Sign::new::<Sha384>(), hash, signature)
        }
        SignatureScheme::RsaPkcs1Sha512 => {
            key.verify(Pkcs1v15Sign::new::<Sha512>(), hash, signature)
        }
        SignatureScheme::RsaPssRsaeSha256 => key.verify(Pss::<Sha256>::new(), hash, signature),
        SignatureScheme::RsaPssRsaeSha384 => key.verify(Pss::<Sha384>::new(), hash, signature),
        SignatureScheme::RsaPssRsaeSha512 => key.verify(Pss::<Sha512>::new(), hash, signature),
        SignatureScheme::EcdsaSecp256r1Sha256
        | SignatureScheme::EcdsaSecp256r1Sha384
        | SignatureScheme::EcdsaSecp256r1Sha512 => return Err(CryptoError::InvalidKey),
    };
    verified.map_err(|_| CryptoError::Authentication)
}

fn key_of(key: &RsaPublicKey) -> Result<rsa::RsaPublicKey, CryptoError> {
    let modulus = BoxedUint::from_be_slice_vartime(key.modulus());
    let exponent = BoxedUint::from(key.exponent());
    rsa::RsaPublicKey::new_with_size_limits(modulus, exponent, RsaPublicKey::MODULUS_BITS)
        .map_err(|_| CryptoError::InvalidKey)
}
