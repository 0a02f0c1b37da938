//! The fields of a body.

use std::str::FromStr;

use super::MessageError;
use super::escape::{find_unescaped, unescape};

/// The fields behind the type of a message, checked for the grammar and not copied.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a>(Option<&'a str>);

impl<'a> Fields<'a> {
    /// The fields in `raw`: `key=value|key=value`; none where there was no `|` behind the type.
    pub(super) fn parse(raw: Option<&'a str>) -> Result<Fields<'a>, MessageError> {
        for (index, field) in raw.iter().flat_map(|raw| raw.split('|')).enumerate() {
            let wrong = MessageError::NotAField(index + 1);
            let (key, value) = field.split_once('=').ok_or(wrong.clone())?;
            if key.is_empty() || !key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
                return Err(wrong);
            }
            if let Some(c) = find_unescaped(value) {
                return Err(MessageError::Unescaped(c));
            }
        }
        Ok(Fields(raw))
    }

    /// Every key and its value, as they stand.
    pub(super) fn iter(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.into_iter().flat_map(|raw| raw.split('|')).filter_map(|f| f.split_once('='))
    }

    /// The text under `key`, if it is there.
    pub(super) fn optional(self, key: &'static str) -> Result<Option<String>, MessageError> {
        let mut values = self.iter().filter(|(found, _)| *found == key).map(|(_, value)| value);
        let Some(raw) = values.next() else {
            return Ok(None);
        };
        if values.next().is_some() {
            return Err(MessageError::Repeated(key));
        }
        unescape(raw).map(Some)
    }

    /// The text under `key`.
    pub(super) fn required(self, key: &'static str) -> Result<String, MessageError> {
        self.optional(key)?.ok_or(MessageError::Missing(key))
    }

    /// The number under `key`: decimal digits and nothing else.
    pub(super) fn number<T: FromStr>(self, key: &'static str) -> Result<T, MessageError> {
        let is_decimal = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
        self.required_word(key, |word| word.parse().ok().filter(|_| is_decimal(word)))
    }

    /// The value under `key`, if it is there, of those that `from_word` knows.
    pub(super) fn word<T>(
        self,
        key: &'static str,
        from_word: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, MessageError> {
        let Some(word) = self.optional(key)? else {
            return Ok(None);
        };
        from_word(&word).map(Some).ok_or(MessageError::UnknownValue(key))
    }

    /// The value under `key`, of those that `from_word` knows.
    pub(super) fn required_word<T>(
        self,
        key: &'static str,
        from_word: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, MessageError> {
        self.word(key, from_word)?.ok_or(MessageError::Missing(key))
    }
}
