//! Which signatures are made and taken.

use super::StepError;
use crate::crypto::{CryptoProvider, KeyAlgorithm, PeerCertificate, SignatureScheme};
use crate::dtls::Failure;
use crate::planted_bugs::{PlantedBug, is_planted};

/// The code points of the schemes that are taken, to be offered.
pub(super) fn offered() -> Vec<u16> {
    SignatureScheme::ALL.iter().map(|scheme| scheme.code()).collect()
}

/// The scheme to sign with, our key being of ECDSA, for a peer that takes those with the code points
/// `taken`.
pub(super) fn choose(taken: &[u16]) -> Option<SignatureScheme> {
    SignatureScheme::ALL.into_iter().find(|scheme| {
        scheme.key_algorithm() == KeyAlgorithm::Ecdsa && taken.contains(&scheme.code())
    })
}

/// Checks a peer's signature.
///
/// # Errors
/// [`Failure::IllegalParameter`] for a scheme that was not offered or that the key of `certificate`
/// is not for (RFC 5246 sections 7.4.3 and 7.4.8), [`Failure::BadSignature`] for a signature that
/// does not fit.
pub(super) fn verify(
    provider: &dyn CryptoProvider,
    certificate: &PeerCertificate,
    scheme: u16,
    message: &[u8],
    signature: &[u8],
) -> Result<(), StepError> {
    let scheme = SignatureScheme::from_code(scheme)
        .filter(|scheme| scheme.key_algorithm() == certificate.public_key().algorithm())
        .ok_or(Failure::IllegalParameter)?;
    if is_planted(PlantedBug::SkipSignatureCheck) {
        return Ok(());
    }
    let verified = provider.verify(scheme, certificate.public_key(), message, signature);
    verified.map_err(|_| Failure::BadSignature.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Seed;
    use crate::crypto::{Certificate, RsaTestKey, default_provider};

    fn failure(certificate: &[u8], scheme: u16, signature: &[u8]) -> Option<StepError> {
        let certificate = PeerCertificate::parse(certificate).expect("a certificate");
        verify(default_provider(), &certificate, scheme, b"message", signature).err()
    }

    #[test]
    fn a_signature_is_taken_by_a_scheme_of_the_keys_kind_only() {
        let ours = Certificate::generate(0, &mut Seed::from_u64(1).stream("certificate"));
        let theirs = RsaTestKey::published();
        for scheme in SignatureScheme::ALL {
            let code = scheme.code();
            let (ecdsa, rsa) = (ours.der().to_vec(), theirs.certificate());
            let (signer, other, signature) = match scheme.key_algorithm() {
                KeyAlgorithm::Ecdsa => (ecdsa, rsa, ours.signing_key().sign(scheme, b"message")),
                KeyAlgorithm::Rsa => (rsa, ecdsa, theirs.sign(scheme, b"message")),
            };
            assert_eq!(failure(&signer, code, &signature), None, "{scheme:?}");
            let illegal = Some(Failure::IllegalParameter.into());
            assert_eq!(failure(&other, code, &signature), illegal, "{scheme:?}");
            assert_eq!(failure(&signer, code, &[1; 256]), Some(Failure::BadSignature.into()));
        }
    }

    #[test]
    fn sha_1_and_what_was_not_offered_are_refused() {
        let certificate = RsaTestKey::published().certificate();
        for scheme in [0x0201, 0x0203, 0x0101, 0x0301, 0x0807, 0x0809, 0, 0xffff] {
            let illegal = Some(Failure::IllegalParameter.into());
            assert_eq!(failure(&certificate, scheme, &[1; 256]), illegal, "{scheme:04x}");
        }
    }

    #[test]
    fn we_sign_by_ecdsa_whatever_else_the_peer_takes() {
        assert_eq!(
            choose(&[0x0804, 0x0401, 0x0201, 0x0603]).map(SignatureScheme::code),
            Some(0x0603)
        );
        assert_eq!(choose(&offered()), Some(SignatureScheme::EcdsaSecp256r1Sha256));
        assert_eq!(choose(&[0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601]), None);
        assert_eq!(offered()[..3], [0x0403, 0x0503, 0x0603]);
    }
}
