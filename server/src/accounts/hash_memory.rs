//! The memory that a hash is made in.

use argon2::Block;

/// What a worker hashes in, kept from one password to the next: as much as the costliest took.
///
/// Asking the system for tens of megabytes each time would leave it to the allocator how much of
/// them stays with the process.
#[derive(Debug, Default)]
pub struct HashMemory {
    blocks: Vec<Block>,
    hashes: u64,
    work: u64,
}

impl HashMemory {
    /// How many hashes were made in it.
    pub const fn hashes(&self) -> u64 {
        self.hashes
    }

    /// What they have cost together: KiB of memory, times the passes over it.
    pub const fn work(&self) -> u64 {
        self.work
    }

    /// One more hash is made in it, in this many KiB and passes.
    pub(super) fn note(&mut self, memory_kib: u32, passes: u32) {
        self.hashes += 1;
        self.work += u64::from(memory_kib) * u64::from(passes);
    }

    /// At least `count` blocks of one KiB. What they hold does not matter.
    pub(super) fn at_least(&mut self, count: usize) -> &mut [Block] {
        if self.blocks.len() < count {
            self.blocks.resize(count, Block::new());
        }
        &mut self.blocks
    }
}
