//! Which signatures are made and taken.

use super::StepError;
use crate::crypto::{CryptoProvider, PeerCertificate, SignatureScheme};
use crate::dtls::Failure;
use crate::planted_bugs::{PlantedBug, is_planted};

/// The schemes that are made and taken, most preferred first.
const SCHEMES: [SignatureScheme; 3] = [
    SignatureScheme::EcdsaSecp256r1Sha256,
    SignatureScheme::EcdsaSecp256r1Sha384,
    SignatureScheme::EcdsaSecp256r1Sha512,
];

/// Their code points, to be offered.
pub(super) fn offered() -> Vec<u16> {
    SCHEMES.iter().map(|scheme| scheme.code()).collect()
}

/// The scheme to sign with for a peer that takes those with the code points `taken`.
pub(super) fn choose(taken: &[u16]) -> Option<SignatureScheme> {
    SCHEMES.into_iter().find(|scheme| taken.contains(&scheme.code()))
}

/// Checks a peer's signature.
///
/// # Errors
/// [`Failure::IllegalParameter`] for a scheme that was not offered, [`Failure::BadSignature`] for a
/// signature that does not fit.
pub(super) fn verify(
    provider: &dyn CryptoProvider,
    certificate: &PeerCertificate,
    scheme: u16,
    message: &[u8],
    signature: &[u8],
) -> Result<(), StepError> {
    let scheme = SignatureScheme::from_code(scheme).ok_or(Failure::IllegalParameter)?;
    if is_planted(PlantedBug::SkipSignatureCheck) {
        return Ok(());
    }
    let verified = provider.verify(scheme, certificate.public_key(), message, signature);
    verified.map_err(|_| Failure::BadSignature.into())
}
