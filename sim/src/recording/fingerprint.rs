//! A running hash.

use xxhash_rust::xxh3::xxh3_64_with_seed;

/// A 64-bit hash of everything that was added, in order: XXH3, each addition seeded with the hash
/// of those before. It tells what differs by accident, not what was forged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Fingerprint(pub(super) u64);

impl Fingerprint {
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.0 = xxh3_64_with_seed(bytes, self.0);
    }

    pub(super) fn add_number(&mut self, number: u64) {
        self.add(&number.to_be_bytes());
    }
}
