//! A secret text that stands for a session or an invitation.

use std::fmt;

use subtle::ConstantTimeEq;

use super::limits::MAX_TOKEN;
use super::token_error::TokenError;

/// A session's token or an invitation's code: opaque text in the alphabet of base64url, RFC 4648
/// section 5. It never prints itself, and comparing two takes as long wherever they differ.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// The token of this text.
    ///
    /// # Errors
    /// [`TokenError`] if it is empty, longer than [`MAX_TOKEN`], or holds another character than
    /// letters, digits, `-` and `_`.
    pub fn new(text: impl Into<String>) -> Result<Token, TokenError> {
        let text = text.into();
        let is_base64url = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        if text.is_empty() || text.len() > MAX_TOKEN || !text.bytes().all(is_base64url) {
            return Err(TokenError);
        }
        Ok(Token(text))
    }

    /// The text itself, to send or to hash.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl PartialEq for Token {
    fn eq(&self, other: &Token) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Eq for Token {}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_does_not_print_itself() {
        assert_eq!(format!("{:?}", Token::new("abc").expect("a token")), "Token(..)");
    }

    #[test]
    fn a_token_is_base64url_and_short() {
        for good in ["a", "AZaz09-_", &"x".repeat(MAX_TOKEN)] {
            assert_eq!(Token::new(good).expect("a token").reveal(), good);
        }
        for bad in ["", "a b", "a=", "a+b", "a/b", "é", &"x".repeat(MAX_TOKEN + 1)] {
            assert_eq!(Token::new(bad), Err(TokenError), "{bad}");
        }
    }

    #[test]
    fn tokens_are_equal_if_their_texts_are() {
        let token = |text| Token::new(text).expect("a token");
        assert_eq!(token("abc"), token("abc"));
        assert_ne!(token("abc"), token("abd"));
        assert_ne!(token("abc"), token("abcd"));
    }
}
