//! SHA-1 on what comes in parts.

use sha1::block_api::compress;

/// Bytes of a block.
pub(super) const BLOCK: usize = 64;

/// The state of a SHA-1 computation, FIPS 180-4 section 6.1. Whole blocks are taken from where
/// they lie; only what is left of a part is copied.
pub(super) struct Sha1Stream {
    state: [u32; 5],
    block: [u8; BLOCK],
    filled: usize,
    length: u64,
}

impl Sha1Stream {
    /// The initial hash value, FIPS 180-4 section 5.3.1.
    pub(super) const INITIAL: [u32; 5] =
        [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];

    /// A computation that has taken in `length` bytes, whole blocks, and come to `state`.
    pub(super) fn resume(state: [u32; 5], length: usize) -> Sha1Stream {
        Sha1Stream { state, block: [0; BLOCK], filled: 0, length: length as u64 }
    }

    pub(super) fn update(&mut self, mut part: &[u8]) {
        self.length += part.len() as u64;
        if self.filled > 0 {
            let (now, later) = part.split_at(part.len().min(BLOCK - self.filled));
            self.block[self.filled..self.filled + now.len()].copy_from_slice(now);
            self.filled += now.len();
            if self.filled < BLOCK {
                return;
            }
            compress(&mut self.state, &[self.block]);
            part = later;
        }
        let (blocks, rest) = part.as_chunks();
        compress(&mut self.state, blocks);
        self.block[..rest.len()].copy_from_slice(rest);
        self.filled = rest.len();
    }

    /// Pads as FIPS 180-4 section 5.1.1 has it.
    pub(super) fn finish(mut self) -> [u8; 20] {
        self.block[self.filled] = 0x80;
        self.block[self.filled + 1..].fill(0);
        if self.filled + 1 > BLOCK - 8 {
            compress(&mut self.state, &[self.block]);
            self.block.fill(0);
        }
        self.block[BLOCK - 8..].copy_from_slice(&(self.length * 8).to_be_bytes());
        compress(&mut self.state, &[self.block]);
        let mut digest = [0; 20];
        for (bytes, word) in digest.chunks_exact_mut(4).zip(self.state) {
            bytes.copy_from_slice(&word.to_be_bytes());
        }
        digest
    }
}
