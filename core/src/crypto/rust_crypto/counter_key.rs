//! AES in counter mode.

use std::fmt;

use aes::cipher::consts::U16;
use aes::cipher::{BlockCipherEncrypt, BlockSizeUser, InnerIvInit, StreamCipherCore};
use ctr::CtrCore;
use ctr::flavors::Ctr128BE;

use super::key_stream::KeyStream;
use crate::crypto::CounterModeKey;

/// An expanded key of the block cipher `C`.
pub(super) struct CounterKey<C> {
    cipher: C,
    /// Without the processor's AES instructions blocks are cheap in batches only, as `ctr` does it.
    is_accelerated: bool,
}

impl<C> CounterKey<C>
where
    C: BlockCipherEncrypt + BlockSizeUser<BlockSize = U16>,
{
    pub(super) fn new(cipher: C) -> CounterKey<C> {
        CounterKey { cipher, is_accelerated: aes::hardware_accelerated() }
    }

    fn apply_in_batches(&self, initial: &[u8; 16], text: &mut [u8]) {
        CtrCore::<&C, Ctr128BE>::inner_iv_init(&self.cipher, initial.into())
            .apply_keystream_partial(text.into());
    }
}

impl<C> CounterModeKey for CounterKey<C>
where
    C: BlockCipherEncrypt + BlockSizeUser<BlockSize = U16> + Send + Sync,
{
    fn apply(&self, initial: &[u8; 16], text: &mut [u8]) {
        if self.is_accelerated {
            self.cipher.encrypt_with_backend(KeyStream { initial, text });
        } else {
            self.apply_in_batches(initial, text);
        }
    }
}

impl<C> fmt::Debug for CounterKey<C> {
    /// Never prints the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CounterKey(..)")
    }
}

#[cfg(test)]
mod tests {
    use aes::cipher::KeyInit;
    use aes::{Aes128, Aes256};

    use super::*;
    use crate::base::Seed;

    #[test]
    fn both_ways_give_the_same_text_for_any_length() {
        let mut random = Seed::from_u64(1).stream("counter");
        for length in (0..700).chain([1_200, 1_500]) {
            let mut initial: [u8; 16] = random.bytes();
            if length % 2 == 0 {
                // The counter carries into every byte.
                initial = [0xff; 16];
            }
            let mut text = vec![0; length];
            random.fill(&mut text);
            let key = CounterKey::new(Aes128::new(&random.bytes().into()));
            let long_key = CounterKey::new(Aes256::new(&random.bytes().into()));
            let (mut one, mut other) = (text.clone(), text);
            key.apply(&initial, &mut one);
            long_key.apply(&initial, &mut one);
            key.apply_in_batches(&initial, &mut other);
            long_key.apply_in_batches(&initial, &mut other);
            assert_eq!(one, other, "{length}");
        }
    }
}
