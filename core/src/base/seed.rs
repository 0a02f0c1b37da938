//! The one source of randomness.

use std::fmt;

use sha2::{Digest, Sha256};

use super::RandomStream;

/// Thirty-two bytes from which every random value of a session is drawn.
///
/// Each engine draws from a stream of its own, derived by name, so that one more draw in one
/// engine changes nothing in another. The bytes are a secret: private keys come from them.
#[derive(Clone, PartialEq, Eq)]
pub struct Seed([u8; 32]);

impl Seed {
    /// A seed of the bytes given: from the operating system in production.
    pub const fn from_bytes(bytes: [u8; 32]) -> Seed {
        Seed(bytes)
    }

    /// Its bytes: for recordings that are to hold the secret.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A seed for tests and simulations, drawn out of a number. It has only 64 bits of secret.
    pub fn from_u64(number: u64) -> Seed {
        Seed([0; 32]).derive_from(&number.to_be_bytes())
    }

    /// The seed of the part called `name`.
    pub fn derive(&self, name: &str) -> Seed {
        self.derive_from(name.as_bytes())
    }

    /// The random stream of the part called `name`.
    pub fn stream(&self, name: &str) -> RandomStream {
        RandomStream::new(self.derive(name).0)
    }

    fn derive_from(&self, label: &[u8]) -> Seed {
        let mut hash = Sha256::new();
        hash.update(b"Room RTC seed");
        hash.update(self.0);
        hash.update(label);
        Seed(hash.finalize().into())
    }
}

impl fmt::Debug for Seed {
    /// Never prints the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_differ_by_name_and_repeat_by_seed() {
        let seed = Seed::from_u64(7);
        let draw = |name: &str| seed.stream(name).next_u64();
        assert_eq!(draw("ice"), draw("ice"));
        assert_ne!(draw("ice"), draw("dtls"));
        assert_ne!(draw("ice"), Seed::from_u64(8).stream("ice").next_u64());
    }

    #[test]
    fn a_seed_does_not_print_itself() {
        assert_eq!(format!("{:?}", Seed::from_u64(7)), "Seed(..)");
    }
}
