//! RTP header extensions.

use super::Direction;

/// An `extmap` attribute, RFC 8285 section 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtensionMap<'a> {
    /// The identifier: 1 to 14 fit both forms of the header, up to 255 the two-byte form; from
    /// 4096 it stands for one that the answerer is to choose.
    pub id: u16,
    /// The direction, if one is stated.
    pub direction: Option<Direction>,
    /// The name of the extension.
    pub uri: &'a str,
}

impl<'a> ExtensionMap<'a> {
    pub(super) fn parse(value: &'a str) -> Option<ExtensionMap<'a>> {
        let mut fields = value.split_ascii_whitespace();
        let (id, uri) = (fields.next()?, fields.next()?);
        let (id, direction) = match id.split_once('/') {
            Some((id, direction)) => (id, Some(Direction::parse(direction)?)),
            None => (id, None),
        };
        let id = id.parse().ok().filter(|&id| id != 0)?;
        Some(ExtensionMap { id, direction, uri })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read() {
        let map = ExtensionMap::parse("2/recvonly urn:x and more ").expect("a map");
        assert_eq!((map.id, map.direction, map.uri), (2, Some(Direction::ReceiveOnly), "urn:x"));
        assert_eq!(ExtensionMap::parse("4096 urn:y").map(|map| map.id), Some(4_096));
        for value in ["", "1", "0 urn:x", "x urn:x", "1/up urn:x"] {
            assert_eq!(ExtensionMap::parse(value), None, "{value}");
        }
    }
}
