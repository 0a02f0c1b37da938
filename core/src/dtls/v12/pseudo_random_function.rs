//! The pseudo-random function, RFC 5246 section 5.

use crate::crypto::{CryptoProvider, HashAlgorithm};

/// Fills `output` with P_hash(`secret`, `label` and `seed`).
pub(super) fn pseudo_random(
    provider: &dyn CryptoProvider,
    hash: HashAlgorithm,
    secret: &[u8],
    label: &[u8],
    seed: &[u8],
    output: &mut [u8],
) {
    let key = provider.hmac(hash, secret);
    let mut chain = key.sign(&[label, seed]);
    for piece in output.chunks_mut(hash.length()) {
        let block = key.sign(&[&chain, label, seed]);
        piece.copy_from_slice(&block[..piece.len()]);
        chain = key.sign(&[&chain]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::default_provider;

    fn bytes(hex: &str) -> Vec<u8> {
        let digit = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("hex");
        (0..hex.len()).step_by(2).map(digit).collect()
    }

    fn check(hash: HashAlgorithm, secret: &str, seed: &str, expected: &str) {
        let expected = bytes(expected);
        let mut output = vec![0; expected.len()];
        let (secret, seed) = (bytes(secret), bytes(seed));
        pseudo_random(default_provider(), hash, &secret, b"test label", &seed, &mut output);
        assert_eq!(output, expected);
    }

    #[test]
    fn the_published_vectors_come_out() {
        check(
            HashAlgorithm::Sha256,
            "9bbe436ba940f017b17652849a71db35",
            "a0ba9f936cda311827a6f796ffd5198c",
            "e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9c9a4\
             6b4e14baf9af0fa022f7077def17abfd3797c0564bab4fbc91666e9def9b97fce34f796789baa48082d1\
             22ee42c5a72e5a5110fff70187347b66",
        );
        check(
            HashAlgorithm::Sha384,
            "b80b733d6ceefcdc71566ea48e5567df",
            "cd665cf6a8447dd6ff8b27555edb7465",
            "7b0c18e9ced410ed1804f2cfa34a336a1c14dffb4900bb5fd7942107e81c83cde9ca0faa60be9fe34f82\
             b1233c9146a0e534cb400fed2700884f9dc236f80edd8bfa961144c9e8d792eca722a7b32fc3d416d473\
             ebc2c5fd4abfdad05d9184259b5bf8cd4d90fa0d31e2dec479e4f1a26066f2eea9a69236a3e52655c9e9\
             aee691c8f3a26854308d5eaa3be85e0990703d73e56f",
        );
    }
}
