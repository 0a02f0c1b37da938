//! What is said of one source.

/// An `ssrc` attribute, RFC 5576 section 4.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceAttribute<'a> {
    /// The synchronization source.
    pub ssrc: u32,
    /// What is said of it: `cname`, `msid` or another.
    pub name: &'a str,
    /// What follows the second colon; empty if there is none.
    pub value: &'a str,
}

impl<'a> SourceAttribute<'a> {
    pub(super) fn parse(value: &'a str) -> Option<SourceAttribute<'a>> {
        let (ssrc, rest) = value.trim_ascii().split_once(' ')?;
        let (name, value) = rest.trim_ascii_start().split_once(':').unwrap_or((rest, ""));
        Some(SourceAttribute { ssrc: ssrc.parse().ok()?, name, value })
    }
}
