//! Groups of sources.

/// An `ssrc-group` attribute, RFC 5576 section 4.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceGroup<'a> {
    /// What the group is for: `FID` (retransmission, RFC 4588), `FEC-FR`, `SIM` or another.
    pub semantics: &'a str,
    sources: &'a str,
}

impl<'a> SourceGroup<'a> {
    pub(super) fn parse(value: &'a str) -> Option<SourceGroup<'a>> {
        let (semantics, sources) = value.trim_ascii().split_once(' ')?;
        Some(SourceGroup { semantics, sources })
    }

    /// The synchronization sources, in their order; what is not a number is passed over.
    pub fn ssrcs(&self) -> impl Iterator<Item = u32> + use<'a> {
        self.sources.split_ascii_whitespace().filter_map(|ssrc| ssrc.parse().ok())
    }
}
