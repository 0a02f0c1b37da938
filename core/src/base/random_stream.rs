//! A stream of random values.

use std::fmt;

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};

/// A deterministic ChaCha20 stream: the same seed gives the same values on every machine.
#[derive(Clone)]
pub struct RandomStream(ChaCha20Rng);

impl RandomStream {
    pub(super) fn new(seed: [u8; 32]) -> RandomStream {
        RandomStream(ChaCha20Rng::from_seed(seed))
    }

    /// Fills `output` with random bytes.
    pub fn fill(&mut self, output: &mut [u8]) {
        self.0.fill_bytes(output);
    }

    /// An array of random bytes.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut output = [0; N];
        self.fill(&mut output);
        output
    }

    /// A random 32-bit number.
    pub fn next_u32(&mut self) -> u32 {
        self.0.next_u32()
    }

    /// A random 64-bit number.
    pub fn next_u64(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number from 0 up to, but not including, `bound`; 0 where `bound` is 0.
    ///
    /// Scales 64 random bits by multiplication: the bias is below `bound` / 2^64.
    pub fn below(&mut self, bound: u64) -> u64 {
        ((u128::from(self.next_u64()) * u128::from(bound)) >> 64) as u64
    }
}

impl fmt::Debug for RandomStream {
    /// Never prints the state, which is a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RandomStream(..)")
    }
}

#[cfg(test)]
mod tests {
    use crate::base::Seed;

    #[test]
    fn below_stays_below() {
        let mut stream = Seed::from_u64(1).stream("below");
        assert!((0..1_000).all(|_| stream.below(7) < 7));
        assert_eq!(stream.below(0), 0);
    }
}
