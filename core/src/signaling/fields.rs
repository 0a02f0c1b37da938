//! The fields of a body.

use std::str::FromStr;

use super::escape::{special_at, unescape};
use super::special_places::SpecialPlaces;
use super::{CallNumber, MessageError};

/// The fields behind the type of a message, checked for the grammar and not copied.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a>(&'a [(&'a str, &'a str)]);

impl<'a> Fields<'a> {
    /// Fields that [`Fields::parse`] has found.
    pub(super) const fn new(found: &'a [(&'a str, &'a str)]) -> Fields<'a> {
        Fields(found)
    }

    /// The keys and raw values in `raw`: `key=value|key=value`; none where there was no `|` behind the
    /// type. It is gone through once.
    pub(super) fn parse(raw: Option<&'a str>) -> Result<Vec<(&'a str, &'a str)>, MessageError> {
        let mut found = Vec::new();
        let Some(raw) = raw else {
            return Ok(found);
        };
        let (mut begin, mut key) = (0, None);
        for place in SpecialPlaces::new(raw) {
            match raw.as_bytes()[place] {
                b'|' => {
                    found.push(field(&raw[begin..place], key.take(), found.len())?);
                    begin = place + 1;
                }
                b'=' if key.is_none() => key = Some(checked(&raw[begin..place], found.len())?),
                b'%' => {}
                _ if key.is_none() => return Err(MessageError::NotAField(found.len() + 1)),
                _ => special_at(raw, place).map_or(Ok(()), |c| Err(MessageError::Unescaped(c)))?,
            }
        }
        found.push(field(&raw[begin..], key, found.len())?);
        Ok(found)
    }

    /// Every key and its value, as they stand.
    pub(super) fn iter(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().copied()
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
        self.required_word(key, decimal)
    }

    /// The number of the call.
    pub(super) fn call(self) -> Result<CallNumber, MessageError> {
        self.number("call").map(CallNumber)
    }

    /// The number of the call, if it is there.
    pub(super) fn optional_call(self) -> Result<Option<CallNumber>, MessageError> {
        Ok(self.word("call", decimal)?.map(CallNumber))
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

/// A field: what stands behind its key and the `=`.
fn field<'a>(
    whole: &'a str,
    key: Option<&'a str>,
    before: usize,
) -> Result<(&'a str, &'a str), MessageError> {
    let key = key.ok_or(MessageError::NotAField(before + 1))?;
    Ok((key, &whole[key.len() + 1..]))
}

/// A key, if it is one.
fn checked(key: &str, before: usize) -> Result<&str, MessageError> {
    let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    is_key.then_some(key).ok_or(MessageError::NotAField(before + 1))
}

fn decimal<T: FromStr>(word: &str) -> Option<T> {
    word.parse().ok().filter(|_| word.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_whatever_stands_in_their_values() {
        let raw = "user=bob|sdp=v%3D0%0D%0A;\u{a0}é\u{2014}|empty=";
        let found = [("user", "bob"), ("sdp", "v%3D0%0D%0A;\u{a0}é\u{2014}"), ("empty", "")];
        assert_eq!(Fields::parse(Some(raw)), Ok(found.to_vec()));
        assert_eq!(Fields::parse(None), Ok(Vec::new()));
    }

    #[test]
    fn the_first_thing_that_is_wrong_is_told() {
        use MessageError::{NotAField, Unescaped};
        let wrong = [
            ("", NotAField(1)),
            ("a", NotAField(1)),
            ("=1", NotAField(1)),
            ("A=1", NotAField(1)),
            ("a%=1", NotAField(1)),
            ("é=1", NotAField(1)),
            ("\u{85}a=1", NotAField(1)),
            ("a=1|", NotAField(2)),
            ("a=1||b=2", NotAField(2)),
            ("a=1|b|c=\n", NotAField(2)),
            ("a=b=c|d", Unescaped('=')),
            ("a=1|b=\n|c", Unescaped('\n')),
            ("a=\u{85}", Unescaped('\u{85}')),
            ("a=0123456789abcdef\u{2028}", Unescaped('\u{2028}')),
        ];
        for (raw, error) in wrong {
            assert_eq!(Fields::parse(Some(raw)), Err(error), "{raw:?}");
        }
    }
}
