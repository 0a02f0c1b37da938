//! An RSA key as other sides have one.

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use rcgen::{CertificateParams, SerialNumber, SignatureAlgorithm};
use rsa::traits::PublicKeyParts;
use rsa::{BoxedUint, Pkcs1v15Sign, Pss, RsaPrivateKey};
use sha2::{Sha256, Sha384, Sha512};

use super::rust_crypto::hash_parts;
use super::{PublicKey, RsaPublicKey, SignatureScheme};

/// What a peer signs and shows that has RSA. For tests: the private key is published.
#[derive(Debug)]
pub(crate) struct RsaTestKey {
    public_key_der: Vec<u8>,
    private_key: Option<RsaPrivateKey>,
}

/// RFC 7515 appendix A.2.1: the primes of a modulus of 2,048 bits, whose exponent is 65537.
const PRIMES: [&str; 2] = [
    "e01cc410eb48a6655d54464d0aa4bb6da0b872b774a6a9d11ffe480778f0ddb7311a7e902ef9c4b5f7547626\
     2ba8176cb35979f014372a1a2829e4136bd001d07c3f3f2e4f25d4c934f63c7109fba2e67628a0dc9a73c605\
     8e6def22dcd50950e711ddc16d5586f2a7fa75ea8494c18083e0b65742f8a0d5e73fb2d970f01947",
    "b903c47e0995b632f4532cb1f3c199145d5f3ae9c7dfeedc7a92a6b47e29c61b42a07aa95a64fc600999c5a7\
     b01e01c08cb62ca756527bbcc56078fb0baba5ed38de2d07990ff6300faeadeb6c039a97bf1e507e4e7040fa\
     78db8257c8b112ed5e59c3cd092fe5d4e5b51275d41281072a5e785ebaf3dae3709203133f5159d7",
];

impl RsaTestKey {
    /// The key of RFC 7515 appendix A.2.1.
    pub(crate) fn published() -> RsaTestKey {
        let [p, q] = PRIMES.map(|prime| BoxedUint::from_be_slice_vartime(&crate::wire::hex(prime)));
        let key = RsaPrivateKey::from_p_q(p, q, BoxedUint::from(65_537_u64)).expect("a key");
        let modulus = key.n().to_be_bytes();
        RsaTestKey { private_key: Some(key), ..RsaTestKey::of(&modulus, &[1, 0, 1]) }
    }

    /// A key of any numbers, which cannot sign.
    pub(crate) fn of(modulus: &[u8], exponent: &[u8]) -> RsaTestKey {
        RsaTestKey::of_digits(&signed(modulus), &signed(exponent))
    }

    /// As [`RsaTestKey::of`], of numbers as they stand in DER.
    pub(crate) fn of_digits(modulus: &[u8], exponent: &[u8]) -> RsaTestKey {
        let numbers = [element(0x02, modulus), element(0x02, exponent)].concat();
        RsaTestKey { public_key_der: element(0x30, &numbers), private_key: None }
    }

    /// RSAPublicKey, RFC 8017 appendix A.1.1.
    pub(crate) fn public_key_der(&self) -> &[u8] {
        &self.public_key_der
    }

    pub(crate) fn public_key(&self) -> PublicKey {
        PublicKey::Rsa(RsaPublicKey::parse(&self.public_key_der).expect("a key that is taken"))
    }

    /// A certificate for the key. Its own signature, which nobody looks at, is left out.
    pub(crate) fn certificate(&self) -> Vec<u8> {
        let mut params = CertificateParams::default();
        params.serial_number = Some(SerialNumber::from_slice(&[1]));
        params.self_signed(self).expect("a certificate").der().to_vec()
    }

    /// Signs `message` by `scheme`, one of RSA.
    pub(crate) fn sign(&self, scheme: SignatureScheme, message: &[u8]) -> Vec<u8> {
        let hash = hash_parts(scheme.hash_algorithm(), &[message]);
        match scheme {
            SignatureScheme::RsaPkcs1Sha256 => self.pad(Pkcs1v15Sign::new::<Sha256>(), &hash),
            SignatureScheme::RsaPkcs1Sha384 => self.pad(Pkcs1v15Sign::new::<Sha384>(), &hash),
            SignatureScheme::RsaPkcs1Sha512 => self.pad(Pkcs1v15Sign::new::<Sha512>(), &hash),
            SignatureScheme::RsaPssRsaeSha256 => self.pad(Pss::<Sha256>::new(), &hash),
            SignatureScheme::RsaPssRsaeSha384 => self.pad(Pss::<Sha384>::new(), &hash),
            SignatureScheme::RsaPssRsaeSha512 => self.pad(Pss::<Sha512>::new(), &hash),
            other => panic!("{other:?} is not one of RSA"),
        }
    }

    /// Signs what `padding` makes of `hash`.
    pub(crate) fn pad(&self, padding: impl rsa::traits::SignatureScheme, hash: &[u8]) -> Vec<u8> {
        let key = self.private_key.as_ref().expect("a key that signs");
        let mut random = ChaCha20Rng::from_seed([7; 32]);
        key.sign_with_rng(&mut random, padding, hash).expect("a signature")
    }
}

/// With a zero before a number whose top bit is set, X.690 section 8.3.
fn signed(digits: &[u8]) -> Vec<u8> {
    let sign: &[u8] = if digits[0] & 0x80 == 0 { &[] } else { &[0] };
    [sign, digits].concat()
}

fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let [high, low] = (content.len() as u16).to_be_bytes();
    [&[tag, 0x82, high, low], content].concat()
}

impl rcgen::PublicKeyData for RsaTestKey {
    fn der_bytes(&self) -> &[u8] {
        &self.public_key_der
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &rcgen::PKCS_RSA_SHA256
    }
}

impl rcgen::SigningKey for RsaTestKey {
    fn sign(&self, _: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        Ok(vec![1; 256])
    }
}
