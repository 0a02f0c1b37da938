//! What ties a response to its request.

use crate::base::RandomStream;

/// The 96-bit transaction identifier, RFC 8489 section 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TransactionId(pub [u8; 12]);

impl TransactionId {
    /// A fresh identifier drawn from `random`.
    pub fn random(random: &mut RandomStream) -> TransactionId {
        TransactionId(random.bytes())
    }
}
