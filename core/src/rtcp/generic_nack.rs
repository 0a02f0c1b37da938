//! Generic NACKs.

use super::LostSequenceNumbers;

/// A request to send packets again, RFC 4585 section 6.2.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GenericNack<'a> {
    /// Who asks.
    pub sender_ssrc: u32,
    /// The stream they belong to.
    pub media_ssrc: u32,
    entries: &'a [[u8; 4]],
}

impl<'a> GenericNack<'a> {
    pub(super) fn parse(content: &'a [u8]) -> Option<GenericNack<'a>> {
        let (words, left) = content.as_chunks();
        let [sender, media, entries @ ..] = words else { return None };
        left.is_empty().then_some(GenericNack {
            sender_ssrc: u32::from_be_bytes(*sender),
            media_ssrc: u32::from_be_bytes(*media),
            entries,
        })
    }

    /// The sequence numbers asked for.
    pub fn lost(&self) -> LostSequenceNumbers<'a> {
        LostSequenceNumbers::new(self.entries)
    }
}
