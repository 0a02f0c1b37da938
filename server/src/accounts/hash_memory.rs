//! The memory that a hash is made in.

use argon2::Block;

/// What a worker hashes in, kept from one password to the next: as much as the costliest took.
///
/// Asking the system for tens of megabytes each time would leave it to the allocator how much of
/// them stays with the process.
#[derive(Debug, Default)]
pub struct HashMemory {
    blocks: Vec<Block>,
}

impl HashMemory {
    /// At least `count` blocks of one KiB. What they hold does not matter.
    pub(super) fn at_least(&mut self, count: usize) -> &mut [Block] {
        if self.blocks.len() < count {
            self.blocks.resize(count, Block::new());
        }
        &mut self.blocks
    }
}
