//! A new token of a session.

use base64ct::{Base64UrlUnpadded, Encoding};
use roomrtc_core::signaling::Token;

use super::{NewTokenError, TokenDigest};

/// A token, for the client, and its digest, for the store.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// What the client is told.
    pub token: Token,
    /// What is kept of it.
    pub digest: TokenDigest,
}

impl NewToken {
    /// The first token of a session: 128 bits that its successors have too, 256 that they do not.
    ///
    /// # Errors
    /// [`NewTokenError`] if the system gives no randomness.
    pub fn first() -> Result<NewToken, NewTokenError> {
        let mut bytes = [0; TokenDigest::TOKEN_LENGTH];
        getrandom::fill(&mut bytes)?;
        NewToken::of(&bytes)
    }

    /// The token that takes the place of `token`; a first one if that is none of a session.
    ///
    /// # Errors
    /// [`NewTokenError`] if the system gives no randomness.
    pub fn succeeding(token: &Token) -> Result<NewToken, NewTokenError> {
        let Some(mut bytes) = TokenDigest::bytes(token) else {
            return NewToken::first();
        };
        getrandom::fill(&mut bytes[TokenDigest::FAMILY_LENGTH..])?;
        NewToken::of(&bytes)
    }

    fn of(bytes: &[u8; TokenDigest::TOKEN_LENGTH]) -> Result<NewToken, NewTokenError> {
        let token = Token::new(Base64UrlUnpadded::encode_string(bytes))?;
        Ok(NewToken { token, digest: TokenDigest::of_bytes(bytes) })
    }
}

#[cfg(test)]
mod tests {
    use super::super::randomness::invitation_code;
    use super::*;

    #[test]
    fn a_successor_is_of_the_same_family_and_another_token() {
        let first = NewToken::first().expect("made");
        let second = NewToken::succeeding(&first.token).expect("made");
        assert_eq!(first.digest.family, second.digest.family);
        assert_ne!(first.digest.token, second.digest.token);
        let other = NewToken::first().expect("made");
        assert_ne!(first.digest.family, other.digest.family);
    }

    #[test]
    fn a_token_has_a_digest_and_what_is_no_sessions_token_has_none() {
        let first = NewToken::first().expect("made");
        assert_eq!(TokenDigest::of(&first.token), Some(first.digest));
        assert_eq!(TokenDigest::of(&invitation_code().expect("made")), None);
        assert_eq!(format!("{:?}", first.digest), "TokenDigest(..)");
    }
}
