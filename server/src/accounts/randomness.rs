//! Codes and names that nobody can guess.

use base64ct::{Base64UrlUnpadded, Encoding};
use roomrtc_core::signaling::Token;
use roomrtc_core::signaling::limits::GUEST_PREFIX;
use sha2::{Digest, Sha256};

use super::NewTokenError;

/// Letters of a guest's name behind what all of them begin with: 61 bits.
const GUEST_LETTERS: usize = 13;

/// The code of an invitation: 256 bits.
pub(super) fn invitation_code() -> Result<Token, NewTokenError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    Ok(Token::new(Base64UrlUnpadded::encode_string(&bytes))?)
}

/// What the store keeps of the code of an invitation.
pub(super) fn code_hash(code: &Token) -> [u8; 32] {
    Sha256::digest(code.reveal()).into()
}

/// The name of a new guest.
pub(super) fn guest_name() -> Result<String, NewTokenError> {
    let mut bytes = [0; GUEST_LETTERS];
    getrandom::fill(&mut bytes)?;
    // 256 is no multiple of 26, which costs less than a bit of all.
    let letters = bytes.iter().map(|byte| char::from(b'a' + byte % 26));
    Ok(GUEST_PREFIX.chars().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guests_have_names_of_letters_that_differ() {
        let names: Vec<String> = (0..2).map(|_| guest_name().expect("made")).collect();
        assert_ne!(names[0], names[1]);
        for name in names {
            let letters = name.strip_prefix(GUEST_PREFIX).expect("the prefix");
            assert!(letters.len() == 13 && letters.bytes().all(|b| b.is_ascii_lowercase()));
        }
    }

    #[test]
    fn codes_have_256_bits() {
        let codes: Vec<Token> = (0..2).map(|_| invitation_code().expect("made")).collect();
        assert_ne!(codes[0], codes[1]);
        assert_eq!(codes[0].reveal().len(), 43);
        assert_ne!(code_hash(&codes[0]), code_hash(&codes[1]));
    }
}
