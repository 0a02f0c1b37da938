//! The hash by which a certificate is known.

use crate::crypto::{CryptoProvider, Digest, HashAlgorithm};

/// A certificate's fingerprint, RFC 8122 section 5, as a description carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// The hash function.
    pub algorithm: HashAlgorithm,
    /// The hash of the certificate in DER.
    pub digest: Digest,
}

impl Fingerprint {
    /// Hash functions that may vouch for a certificate. SHA-1 may not.
    const TRUSTED: [HashAlgorithm; 3] =
        [HashAlgorithm::Sha256, HashAlgorithm::Sha384, HashAlgorithm::Sha512];

    /// A fingerprint with the hash `digest`, as many bytes as `algorithm` gives.
    pub fn new(algorithm: HashAlgorithm, digest: &[u8]) -> Fingerprint {
        Fingerprint { algorithm, digest: Digest::new(digest) }
    }

    /// The fingerprint of a certificate in DER.
    pub fn of(
        algorithm: HashAlgorithm,
        certificate: &[u8],
        provider: &dyn CryptoProvider,
    ) -> Fingerprint {
        Fingerprint { algorithm, digest: provider.hash(algorithm, &[certificate]) }
    }

    /// Whether any of `fingerprints` is that of `certificate` (DER). Each hash function is run at
    /// most once, however many fingerprints there are.
    pub(crate) fn any_matches(
        fingerprints: &[Fingerprint],
        certificate: &[u8],
        provider: &dyn CryptoProvider,
    ) -> bool {
        Fingerprint::TRUSTED.into_iter().any(|algorithm| {
            fingerprints.iter().any(|given| given.algorithm == algorithm)
                && fingerprints.contains(&Fingerprint::of(algorithm, certificate, provider))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::default_provider;

    fn matches(fingerprints: &[Fingerprint], certificate: &[u8]) -> bool {
        Fingerprint::any_matches(fingerprints, certificate, default_provider())
    }

    #[test]
    fn any_of_several_fingerprints_is_enough() {
        let provider = default_provider();
        let wrong = Fingerprint::new(HashAlgorithm::Sha256, &[7; 32]);
        for algorithm in Fingerprint::TRUSTED {
            let right = Fingerprint::of(algorithm, b"certificate", provider);
            assert!(matches(&[wrong, right], b"certificate"));
            assert!(!matches(&[wrong, right], b"another"));
        }
    }

    #[test]
    fn none_and_sha_1_vouch_for_nothing() {
        let sha1 = Fingerprint::of(HashAlgorithm::Sha1, b"certificate", default_provider());
        assert!(!matches(&[], b"certificate"));
        assert!(!matches(&[sha1], b"certificate"));
        let short = Fingerprint::new(HashAlgorithm::Sha256, &[]);
        assert!(!matches(&[short], b"certificate"));
    }
}
