//! The header fields of a request.

use httparse::Header;

use super::RequestError;

/// The fields, by name.
#[derive(Debug)]
pub(super) struct Head<'a>(pub(super) &'a [Header<'a>]);

impl<'a> Head<'a> {
    /// The values of a field; those that are not text are empty.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &'a str> {
        let named = self.0.iter().filter(move |field| field.name.eq_ignore_ascii_case(name));
        named.map(|field| str::from_utf8(field.value).unwrap_or_default().trim())
    }

    /// The value of a field that may stand once.
    pub(super) fn single(&self, name: &str) -> Result<Option<&'a str>, RequestError> {
        let mut values = self.all(name);
        let first = values.next();
        if values.next().is_some() { Err(RequestError::Malformed) } else { Ok(first) }
    }

    /// Whether a field that is a list has this element, in any case of letters.
    pub(super) fn lists(&self, name: &str, element: &str) -> bool {
        self.all(name)
            .flat_map(|value| value.split(','))
            .any(|listed| listed.trim().eq_ignore_ascii_case(element))
    }
}
