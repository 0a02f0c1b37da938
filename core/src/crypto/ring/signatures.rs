//! The verification of signatures by ring.

use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P256_SHA384_ASN1, RSA_PKCS1_2048_8192_SHA256,
    RSA_PKCS1_2048_8192_SHA384, RSA_PKCS1_2048_8192_SHA512, RSA_PSS_2048_8192_SHA256,
    RSA_PSS_2048_8192_SHA384, RSA_PSS_2048_8192_SHA512, RsaPublicKeyComponents, UnparsedPublicKey,
};

use crate::crypto::{PublicKey, RsaPublicKey, SignatureScheme};

/// Whether ring says that the signature fits. It says no as well to what it does not know, which is
/// ECDSA with P-256 and SHA-512.
pub(super) fn is_verified(
    scheme: SignatureScheme,
    public_key: &PublicKey,
    message: &[u8],
    signature: &[u8],
) -> bool {
    match public_key {
        PublicKey::Secp256r1(point) => is_ecdsa(scheme, point, message, signature),
        PublicKey::Rsa(key) => is_rsa(scheme, key, message, signature),
    }
}

fn is_ecdsa(scheme: SignatureScheme, point: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let algorithm = match scheme {
        SignatureScheme::EcdsaSecp256r1Sha256 => &ECDSA_P256_SHA256_ASN1,
        SignatureScheme::EcdsaSecp256r1Sha384 => &ECDSA_P256_SHA384_ASN1,
        _ => return false,
    };
    UnparsedPublicKey::new(algorithm, point).verify(message, signature).is_ok()
}

fn is_rsa(scheme: SignatureScheme, key: &RsaPublicKey, message: &[u8], signature: &[u8]) -> bool {
    let parameters = match scheme {
        SignatureScheme::RsaPkcs1Sha256 => &RSA_PKCS1_2048_8192_SHA256,
        SignatureScheme::RsaPkcs1Sha384 => &RSA_PKCS1_2048_8192_SHA384,
        SignatureScheme::RsaPkcs1Sha512 => &RSA_PKCS1_2048_8192_SHA512,
        SignatureScheme::RsaPssRsaeSha256 => &RSA_PSS_2048_8192_SHA256,
        SignatureScheme::RsaPssRsaeSha384 => &RSA_PSS_2048_8192_SHA384,
        SignatureScheme::RsaPssRsaeSha512 => &RSA_PSS_2048_8192_SHA512,
        _ => return false,
    };
    let exponent = key.exponent().to_be_bytes();
    let zeroes = exponent.iter().take_while(|byte| **byte == 0).count();
    let components = RsaPublicKeyComponents { n: key.modulus(), e: &exponent[zeroes..] };
    components.verify(parameters, message, signature).is_ok()
}
