//! BYE.

/// Sources that leave, RFC 3550 section 6.6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goodbye<'a> {
    sources: &'a [[u8; 4]],
}

impl<'a> Goodbye<'a> {
    pub(super) fn parse(count: u8, content: &'a [u8]) -> Option<Goodbye<'a>> {
        let sources = content.as_chunks().0.get(..usize::from(count))?;
        Some(Goodbye { sources })
    }

    /// The sources.
    pub fn sources(&self) -> impl Iterator<Item = u32> + 'a {
        self.sources.iter().map(|ssrc| u32::from_be_bytes(*ssrc))
    }
}
