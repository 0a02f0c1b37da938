//! What the store keeps of a token.

use std::fmt;

use base64ct::{Base64UrlUnpadded, Encoding};
use roomrtc_core::signaling::Token;
use sha2::{Digest, Sha256};

/// SHA-256 of a session's token, of which the store keeps nothing else.
///
/// Tokens are random and long, so that one round of a fast hash leaves nothing to guess.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TokenDigest {
    /// Of the part that all tokens of a session have in common. Who knows it had a token of the
    /// session once: that is how a voided one is told from one made up.
    pub family: [u8; 32],
    /// Of the whole token.
    pub token: [u8; 32],
}

impl TokenDigest {
    /// Bytes that all tokens of a session begin with.
    pub(super) const FAMILY_LENGTH: usize = 16;

    /// Bytes of a token. Those behind the family's are new with every token.
    pub(super) const TOKEN_LENGTH: usize = TokenDigest::FAMILY_LENGTH + 32;

    /// The digest of `token`; `None` if it is none of a session.
    pub fn of(token: &Token) -> Option<TokenDigest> {
        TokenDigest::bytes(token).map(|bytes| TokenDigest::of_bytes(&bytes))
    }

    pub(super) fn of_bytes(bytes: &[u8; TokenDigest::TOKEN_LENGTH]) -> TokenDigest {
        let family = Sha256::digest(&bytes[..TokenDigest::FAMILY_LENGTH]);
        TokenDigest { family: family.into(), token: Sha256::digest(bytes).into() }
    }

    /// What the text of `token` stands for.
    pub(super) fn bytes(token: &Token) -> Option<[u8; TokenDigest::TOKEN_LENGTH]> {
        let mut bytes = [0; TokenDigest::TOKEN_LENGTH];
        let decoded = Base64UrlUnpadded::decode(token.reveal(), &mut bytes).ok()?;
        (decoded.len() == TokenDigest::TOKEN_LENGTH).then_some(bytes)
    }
}

impl fmt::Debug for TokenDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenDigest(..)")
    }
}
