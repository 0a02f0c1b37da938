//! What came of one operation with a secret.

use roomrtc_core::wire::ByteReader;

use super::entry_code as code;
use super::{ReadError, numbers, sparse};

/// What came of one operation with a secret: what a replay, which has no secrets, cannot reckon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SecretResult {
    /// A value that went out in the clear: a key share, a signature, a cookie.
    Shown(Vec<u8>),
    /// Whether a code was the one expected.
    Compared(bool),
    /// The plain text of a packet that was authentic, filled in where content is left out.
    Opened(Vec<u8>),
    /// A packet was not authentic.
    Refused,
}

impl SecretResult {
    /// Most bytes of a value that is shown.
    const MOST_SHOWN: usize = 4_096;

    /// Reads the result behind `code`; `None` if the code is not one of a result.
    ///
    /// # Errors
    /// [`ReadError::Malformed`] if it is none.
    pub(super) fn read(
        code: u8,
        reader: &mut ByteReader<'_>,
    ) -> Result<Option<SecretResult>, ReadError> {
        Ok(Some(match code {
            code::SHOWN => {
                let value = numbers::read_bytes(reader)?;
                if value.len() > Self::MOST_SHOWN {
                    return Err(ReadError::Malformed);
                }
                SecretResult::Shown(value.to_vec())
            }
            code::EQUAL => SecretResult::Compared(true),
            code::UNEQUAL => SecretResult::Compared(false),
            code::REFUSED => SecretResult::Refused,
            code::OPENED => {
                let mut text = Vec::new();
                sparse::read(reader, 65_535, &mut text)?;
                SecretResult::Opened(text)
            }
            _ => return Ok(None),
        }))
    }

    /// What kind of operation it is of.
    pub(super) const fn operation(&self) -> &'static str {
        match self {
            SecretResult::Shown(_) => "a value shown",
            SecretResult::Compared(_) => "a comparison",
            SecretResult::Opened(_) | SecretResult::Refused => "a packet opened",
        }
    }
}
