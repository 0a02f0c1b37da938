//! Groups of sections.

/// A `group` attribute, RFC 5888 section 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// What the group is for: `BUNDLE`, `LS` or another.
    pub semantics: &'a str,
    tags: &'a str,
}

impl<'a> Group<'a> {
    pub(super) fn parse(value: &'a str) -> Option<Group<'a>> {
        let value = value.trim_ascii();
        let (semantics, tags) = value.split_once(' ').unwrap_or((value, ""));
        (!semantics.is_empty()).then_some(Group { semantics, tags })
    }

    /// Whether the sections share one transport, RFC 9143.
    pub fn is_bundle(&self) -> bool {
        self.semantics == "BUNDLE"
    }

    /// The identification tags, in their order.
    pub fn mids(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.tags.split_ascii_whitespace()
    }
}
