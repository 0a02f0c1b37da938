//! An attribute.

/// An `a=` line, RFC 8866 section 5.13.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute<'a> {
    /// Its name.
    pub name: &'a str,
    /// What follows the colon, if there is one.
    pub value: Option<&'a str>,
}
