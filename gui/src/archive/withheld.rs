//! Texts that are struck out.

use std::fmt;
use std::io::{self, Read};

/// What stands in the place of a text that is struck out.
const STRUCK: &str = "(withheld)";

/// Bytes that are searched at a time.
const PIECE: usize = 64 * 1024;

/// Texts that are secret, and struck out wherever they turn up. It never prints them.
#[derive(Clone, Default)]
pub struct Withheld {
    texts: Vec<String>,
}

impl Withheld {
    /// Shorter texts are no secrets, and striking them out would spoil the rest.
    pub const SHORTEST: usize = 6;

    /// Adds a text. One that is too short for a secret is left out.
    pub fn add(&mut self, text: impl Into<String>) {
        let text = text.into();
        if (Withheld::SHORTEST..PIECE).contains(&text.len()) {
            self.texts.push(text);
        }
    }

    /// The same text without what is secret.
    pub fn strike(&self, text: &str) -> String {
        self.texts.iter().fold(text.to_owned(), |text, secret| text.replace(secret, STRUCK))
    }

    /// Whether there is a secret in these bytes.
    ///
    /// # Errors
    /// What the system says if they cannot be read.
    pub fn is_in(&self, mut bytes: impl Read) -> io::Result<bool> {
        let longest = self.texts.iter().map(String::len).max().unwrap_or(0);
        let mut piece = vec![];
        loop {
            let read = bytes.by_ref().take(PIECE as u64).read_to_end(&mut piece)?;
            let holds = |secret: &String| {
                piece.windows(secret.len()).any(|window| window == secret.as_bytes())
            };
            if self.texts.iter().any(holds) {
                return Ok(true);
            }
            if read == 0 {
                return Ok(false);
            }
            // One may lie across the end of the piece.
            piece.drain(..piece.len().saturating_sub(longest));
        }
    }
}

impl fmt::Debug for Withheld {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Withheld").field("texts", &self.texts.len()).finish()
    }
}
