//! AES in counter mode.

use std::fmt;

use aes::cipher::consts::U16;
use aes::cipher::{BlockCipherEncrypt, BlockSizeUser, InnerIvInit, StreamCipherCore};
use ctr::CtrCore;
use ctr::flavors::Ctr128BE;

use crate::crypto::CounterModeKey;

/// An expanded key of the block cipher `C`.
pub(super) struct CounterKey<C>(pub(super) C);

impl<C> CounterModeKey for CounterKey<C>
where
    C: BlockCipherEncrypt + BlockSizeUser<BlockSize = U16> + Send + Sync,
{
    fn apply(&self, initial: &[u8; 16], text: &mut [u8]) {
        CtrCore::<&C, Ctr128BE>::inner_iv_init(&self.0, initial.into())
            .apply_keystream_partial(text.into());
    }
}

impl<C> fmt::Debug for CounterKey<C> {
    /// Never prints the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CounterKey(..)")
    }
}
